// SPDX-License-Identifier: BSL-1.0
#include "storage/migration.hpp"

#include "fixtures/temp_database.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::storage {
namespace {

struct sqlite {
    testing::temp_folder folder;
    std::unique_ptr<dialect> with = make_dialect(database_url::parse(folder.database_url()));

    std::vector<std::string> split(std::string_view text) const { return statements({1, "0001_test", text}, *with); }

    void refuses(std::string_view text) const {
        BOOST_CHECK_EXCEPTION((void)split(text), failure,
                              [](const failure& failed) { return failed.kind() == failure_kind::internal; });
    }
};

using texts = std::vector<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(migration_text, sqlite)

BOOST_AUTO_TEST_CASE(is_split_at_semicolons) {
    const texts expected{"CREATE TABLE a (x INTEGER)", "DROP TABLE b"};
    BOOST_TEST(split("CREATE TABLE a (x INTEGER);\n\nDROP TABLE b;\n") == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(is_not_split_inside_quotation_marks) {
    const texts expected{"INSERT INTO a VALUES ('x;y', 'it''s; so')", "DROP TABLE b"};
    BOOST_TEST(split("INSERT INTO a VALUES ('x;y', 'it''s; so');DROP TABLE b;") == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(loses_whole_line_comments_with_what_they_contain) {
    const texts expected{"DROP TABLE a"};
    BOOST_TEST(split("-- it's; a comment\nDROP TABLE a;\n-- the end\n") == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(keeps_the_blocks_of_its_own_dialect_alone) {
    const texts expected{"A", "S", "Z"};
    BOOST_TEST(split("A;\n-- @sqlite\nS;\n-- @end\n-- @postgres\nP;\n-- @end\nZ;\n") == expected,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(has_its_table_macros_replaced) {
    const texts expected{"CREATE TABLE a (x) ", "CREATE TABLE b (x) WITHOUT ROWID"};
    BOOST_TEST(split("CREATE TABLE a (x) {{TABLE}};CREATE TABLE b (x) {{KEYED_TABLE}};") == expected,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(may_be_empty_or_end_without_a_line_break) {
    BOOST_TEST(split("").empty());
    BOOST_TEST(split("\n\n").empty());
    BOOST_TEST(split("DROP TABLE a;").size() == 1U);
}

BOOST_AUTO_TEST_CASE(may_have_carriage_returns) {
    const texts expected{"DROP TABLE a", "S"};
    BOOST_TEST(split("DROP TABLE a;\r\n-- @sqlite\r\nS;\r\n-- @end\r\n") == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(is_refused_when_it_ends_inside_something) {
    refuses("DROP TABLE a");
    refuses("INSERT INTO a VALUES ('x;\n");
    refuses("A;\n-- @sqlite\nS;\n");
    refuses("A;\n-- @postgres\nP;\n");
}

BOOST_AUTO_TEST_CASE(has_a_sha256_checksum) {
    BOOST_TEST(checksum({1, "0001_test", "abc"}) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(checksum({1, "0001_test", "abd"}) != checksum({1, "0001_test", "abc"}));
}

BOOST_AUTO_TEST_CASE(is_embedded_in_order_of_version) {
    BOOST_REQUIRE(!migrations().empty());
    int expected = 1;
    for (const auto& step : migrations()) {
        BOOST_TEST(step.version == expected++);
        BOOST_TEST(!statements(step, *with).empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
