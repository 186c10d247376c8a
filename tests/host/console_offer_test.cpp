// SPDX-License-Identifier: BSL-1.0
#include "loader/console_offer.hpp"

#include "loader/c_text.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <functional>
#include <string>
#include <vector>

namespace {

using namespace ccphost;

/// A sound table, to be spoilt.
struct offered {
    std::string large = std::string(CCP_CONSOLE_MOST_ASSET_BYTES, 'x');
    std::vector<ccp_str> permissions{to_c("fixture:thing:view")};
    std::vector<ccp_console_asset> assets{
        {to_c("pages/main.js"), to_c("text/javascript; charset=utf-8"), {nullptr, 0}, to_c("export {};")},
        {to_c("main.css"), to_c("text/css"), to_c("gzip"), to_c("packed")}};
    std::vector<ccp_console_entry> entries{{to_c("Directory"), to_c("Things"), to_c("directory/things"), to_c("pages/main.js"),
                                            to_c("fixture-things"), permissions.data(), permissions.size()}};

    [[nodiscard]] result<console_offer> read() const {
        return read_console({header_of<ccp_ext_console_v1>(), assets.data(), assets.size(), entries.data(), entries.size()});
    }
};

struct broken {
    std::string why;
    std::function<void(offered&)> spoil;
};
std::ostream& operator<<(std::ostream& to, const broken& each) {
    return to << each.why;
}

broken path(const char* text, const char* why) {
    return {std::string("assets[1].path ") + why, [text](offered& it) { it.assets[1].path = to_c(text); }};
}
broken type(const char* text) {
    return {"assets[0].content_type is no media type", [text](offered& it) { it.assets[0].content_type = to_c(text); }};
}
broken entry(ccp_str ccp_console_entry::*member, const char* text, const char* why) {
    return {std::string("entries[0].") + why, [=](offered& it) { it.entries[0].*member = to_c(text); }};
}

const std::vector<broken> spoilt{
    path("", "is empty"),
    path("/main.css", "is not of segments"),
    path("a//b.css", "is not of segments"),
    path("Main.css", "is not of segments"),
    path("a/../b.css", "has a segment of dots"),
    path("./b.css", "has a segment of dots"),
    path("..", "has a segment of dots"),
    path("pages/main.js", "repeats pages/main.js"),
    {"assets[1].path is null",
     [](offered& it) {
         it.assets[1].path = {nullptr, 1};
     }},
    type("text"),
    type("text/javascript\r\nX-Evil: 1"),
    type("text/javascript; charset=latin1"),
    {"assets[1].content_encoding is neither absent nor gzip", [](offered& it) { it.assets[1].content_encoding = to_c("br"); }},
    {"assets are 65, more than 64", [](offered& it) { it.assets.resize(65, it.assets[0]); }},
    {"assets hold more than 2097152 bytes together", [](offered& it) { it.assets[0].bytes = to_c(it.large); }},
    {"entries are 33, more than 32", [](offered& it) { it.entries.resize(33, it.entries[0]); }},
    {"entries[1].path repeats directory/things", [](offered& it) { it.entries.push_back(it.entries[0]); }},
    entry(&ccp_console_entry::group, "", "group is empty"),
    entry(&ccp_console_entry::label, "a\nb", "label has control characters"),
    entry(&ccp_console_entry::label, "\xff", "label is not UTF-8"),
    entry(&ccp_console_entry::path, "directory/", "path is not of segments"),
    entry(&ccp_console_entry::path, "Directory", "path is not of segments"),
    entry(&ccp_console_entry::module, "none.js", "module names no asset"),
    entry(&ccp_console_entry::module, "main.css", "module names an asset that is not text/javascript"),
    entry(&ccp_console_entry::element, "things", "element is no custom element's name"),
    entry(&ccp_console_entry::element, "Fixture-Things", "element is no custom element's name"),
    {"entries[0] has no permissions", [](offered& it) { it.entries[0].permission_count = 0; }},
    {"entries[0].permissions: one is not of the form", [](offered& it) { it.permissions[0] = to_c("fixture:*:view"); }},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(console_offer)

BOOST_AUTO_TEST_CASE(a_sound_table_is_copied) {
    const auto read = [] {
        const offered gone;
        return gone.read();
    }();
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(read->assets.size() == 2U);
    BOOST_TEST(read->find("pages/main.js")->bytes == "export {};");
    BOOST_TEST(read->find("pages/main.js")->content_encoding == "");
    BOOST_TEST(read->find("main.css")->content_encoding == "gzip");
    BOOST_TEST(read->find("other.js") == nullptr);
    BOOST_TEST(read->entries.at(0).label == "Things");
    BOOST_TEST(read->entries.at(0).demand.permissions.at(0) == "fixture:thing:view");
    BOOST_TEST(read->version.size() == 16U);
}

BOOST_AUTO_TEST_CASE(an_empty_table_is_sound) {
    const auto read = read_console({header_of<ccp_ext_console_v1>(), nullptr, 0, nullptr, 0});
    BOOST_TEST(read.has_value());
}

BOOST_AUTO_TEST_CASE(assets_of_the_greatest_size_together_are_sound) {
    offered most;
    most.large.resize(most.large.size() - most.assets[1].bytes.len);
    most.assets[0].bytes = to_c(most.large);
    BOOST_TEST(most.read().has_value());
}

BOOST_DATA_TEST_CASE(a_broken_rule_is_named_with_the_member, spoilt) {
    offered it;
    sample.spoil(it);
    const auto read = it.read();
    BOOST_REQUIRE(!read.has_value());
    BOOST_TEST(read.error().why.find("the table of ccp.console/1 cannot be used: " + sample.why) == 0U, read.error().why);
}

BOOST_AUTO_TEST_CASE(the_version_differs_with_any_asset) {
    const offered one;
    offered other;
    other.assets[1].bytes = to_c("packet");
    BOOST_TEST(one.read()->version == offered().read()->version);
    BOOST_TEST(one.read()->version != other.read()->version);
}

BOOST_AUTO_TEST_SUITE_END()
