// SPDX-License-Identifier: BSL-1.0
#include "handlers/operations.hpp"

#include "client.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace extsrc::handlers {
namespace {

// Operation, method, path, rule and permissions in one line.
std::set<std::string> promised() {
    std::ifstream file(EXTSRC_MANIFEST);
    const std::string manifest{std::istreambuf_iterator<char>(file), {}};
    std::set<std::string> lines;
    const auto parsed = json::parse(manifest);
    for (const auto& handler : parsed.at("handlers").as_array()) {
        std::string line;
        for (const auto* member : {"operation", "method", "path"})
            line += handler.at(member).as_string().c_str() + std::string(" ");
        for (const auto& rule : handler.at("permissions").as_object()) {
            line += std::string(rule.key()) + " of ";
            for (const auto& permission : rule.value().as_array()) line += permission.as_string().c_str() + std::string(" ");
        }
        lines.insert(line);
    }
    return lines;
}

std::set<std::string> served() {
    std::set<std::string> lines;
    for (const auto& operation : operations()) {
        std::string line;
        for (const auto part : {operation.id, operation.method, operation.path}) line.append(part).append(" ");
        line += operation.rule == permission_rule::all ? "all of " : "any of ";
        for (const auto permission : operation.permissions) line.append(permission).append(" ");
        lines.insert(line);
    }
    return lines;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(operation_table)

BOOST_AUTO_TEST_CASE(is_what_the_manifest_lists) {
    BOOST_TEST(served() == promised(), boost::test_tools::per_element());
    BOOST_TEST(served().size() == operations().size());
}

BOOST_AUTO_TEST_CASE(has_a_handler_and_a_permission_for_each_and_no_two_on_one_route) {
    std::set<std::string> routes;
    for (const auto& operation : operations()) {
        BOOST_TEST((operation.handle != nullptr));
        BOOST_TEST(!operation.permissions.empty());
        BOOST_TEST(routes.insert(std::string(operation.method) + " " + std::string(operation.path)).second);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
