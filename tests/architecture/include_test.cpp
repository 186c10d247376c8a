// SPDX-License-Identifier: BSL-1.0
#define BOOST_TEST_MODULE architecture
#include "include_rules.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

using architecture::check_includes;
using architecture::folder_rule;
using architecture::project_rules;

const std::filesystem::path project_root = ARCHITECTURE_PROJECT_ROOT;
const std::filesystem::path fixture_root = ARCHITECTURE_FIXTURE_ROOT;

std::vector<std::string> texts(const std::filesystem::path& root, const std::vector<folder_rule>& rules) {
    std::vector<std::string> all;
    for (const auto& violation : check_includes(root, rules)) all.push_back(violation.text());
    return all;
}

/// The project's rules for the folders that the fixture has.
std::vector<folder_rule> fixture_rules() {
    std::vector<folder_rule> rules = project_rules();
    std::erase_if(rules, [](const auto& rule) { return !std::filesystem::exists(fixture_root / rule.folder); });
    return rules;
}

std::vector<std::string> project_folders() {
    std::vector<std::string> folders;
    for (const auto& rule : project_rules()) folders.push_back(rule.folder);
    return folders;
}

/// The folder of the rule for a file, empty when there is none.
std::string governing_folder(const std::string& file) {
    const auto* rule = architecture::rule_of(file, project_rules());
    return rule == nullptr ? "" : rule->folder;
}

const std::vector<std::string> fixture_violations{
    R"(host_stub/loader/reach.cpp:2: host_stub/loader may not include plugin/domain ("../../plugin/domain/values.hpp"))",
    "host_stub/loader/reach.cpp:3: host_stub/loader may not include <soci/soci.h>",
    "plugin/domain/links.cpp:3: only plugin/domain/link_template may include <boost/url/parse.hpp>",
    "plugin/domain/links.cpp:4: only plugin/domain/unicode_text may include <unicode/uchar.h>",
    "plugin/domain/links.cpp:5: only plugin/domain/phone_number may include <phonenumbers/phonenumberutil.h>",
    "plugin/domain/links.cpp:6: plugin/domain may not include <boost/json.hpp>",
    R"(plugin/domain/links.cpp:7: plugin/domain may not include plugin/storage ("storage/table.hpp"))",
    "plugin/domain/links.cpp:8: plugin/domain may not include <ccp/base.h>",
    "plugin/domain/links.cpp:9: an include this check cannot read: SOME_HEADER",
    R"(plugin/domain/links.cpp:10: includes "domain/missing.hpp", which is no file of the project)",
    "plugin/handlers/sources.cpp:3: plugin/handlers may not include <soci/soci.h>",
    "plugin/handlers/sources.cpp:4: plugin/handlers may not include <ccp/request.h>",
    R"(plugin/handlers/sources.cpp:5: plugin/handlers may not include host_stub/loader ("../../host_stub/loader/table.hpp"))",
    "plugin/stray.cpp:1: no rule says what this folder may include",
    "plugin_api/include/ccp/api.h:4: plugin_api may not include <stdio.h>",
    "plugin_api/include/ccp/api.h:5: plugin_api may not include <cstdint>"};

}  // namespace

BOOST_DATA_TEST_CASE(the_sources_of_a_folder_include_only_what_the_table_allows, project_folders(), folder) {
    for (const auto& violation : check_includes(project_root, project_rules())) {
        if (governing_folder(violation.file) == folder) BOOST_ERROR(violation.text());
    }
}

BOOST_AUTO_TEST_CASE(every_source_is_governed_by_a_rule) {
    for (const auto& violation : check_includes(project_root, project_rules())) {
        if (governing_folder(violation.file).empty()) BOOST_ERROR(violation.text());
    }
}

BOOST_DATA_TEST_CASE(a_violation_in_the_fixture_is_found, fixture_violations, expected) {
    const auto found = texts(fixture_root, fixture_rules());
    BOOST_TEST_CONTEXT("found " << found.size()) {
        BOOST_TEST(std::ranges::count(found, expected) == 1);
    }
}

BOOST_AUTO_TEST_CASE(nothing_else_in_the_fixture_is_a_violation) {
    BOOST_TEST(texts(fixture_root, fixture_rules()) == fixture_violations, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_rule_for_a_folder_without_sources_is_an_error) {
    auto rules = fixture_rules();
    rules.push_back({.folder = "plugin/empty", .include_root = "plugin", .own = {}, .third_party = {}, .confined = {}});
    BOOST_CHECK_THROW(check_includes(fixture_root, rules), std::runtime_error);
}
