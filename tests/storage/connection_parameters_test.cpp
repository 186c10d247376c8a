// SPDX-License-Identifier: BSL-1.0
#include "storage/connection_parameters.hpp"

#include "fixtures/temp_folder.hpp"
#include "storage/dialect.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace extsrc::storage {
namespace {

namespace data = boost::unit_test::data;

const std::string refused[] = {
    "hunter2",       "=hunter2", "pass word=hunter2", "password='hunter2", "password='hunter2'x=1", "password=hunter2\\",
    "a=1 a=hunter2",
};

bool unusable_and_silent(const failure& failed) {
    return failed.kind() == failure_kind::unusable && std::string(failed.what()).find("hunter2") == std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(connection_parameter_texts)

BOOST_AUTO_TEST_CASE(are_words_of_name_and_value) {
    const auto read = connection_parameters::parse("  host=db.example   user='the clerk' password='it\\'s \\\\' empty='' ");
    BOOST_TEST(read.find("host").value() == "db.example");
    BOOST_TEST(read.find("user").value() == "the clerk");
    BOOST_TEST(read.find("password").value() == "it's \\");
    BOOST_TEST(read.find("empty").value() == "");
    BOOST_TEST(!read.find("port"));
}

BOOST_AUTO_TEST_CASE(are_written_as_they_are_read) {
    auto made = connection_parameters::parse("host=db");
    made.set("password", "it's \\ x");
    made.set("host", "other");
    made.set_default("host", "ignored");
    made.set_default("port", "1");
    BOOST_TEST(made.text() == "host='other' password='it\\'s \\\\ x' port='1'");
    BOOST_TEST(connection_parameters::parse(made.text()).find("password").value() == "it's \\ x");
}

BOOST_AUTO_TEST_CASE(lose_what_is_taken) {
    auto made = connection_parameters::parse("host=db port=1");
    BOOST_TEST(made.take("host").value() == "db");
    BOOST_TEST(!made.take("host"));
    BOOST_TEST(made.text() == "port='1'");
}

BOOST_AUTO_TEST_CASE(take_the_password_from_a_file) {
    const testing::temp_folder folder;
    const auto file = (folder.path() / "secret").string();
    std::ofstream(file) << "first line\nsecond line\n";
    auto with = connection_parameters::parse("password_file='" + file + "'");
    with.read_password_file();
    BOOST_TEST(with.text() == "password='first line'");
}

BOOST_AUTO_TEST_CASE(name_no_password_file_that_cannot_be_read) {
    auto with = connection_parameters::parse("password_file=/nowhere/at/all");
    BOOST_CHECK_EXCEPTION(with.read_password_file(), failure, unusable_and_silent);
}

BOOST_DATA_TEST_CASE(of_another_form_are_refused_without_repeating_them, data::make(refused)) {
    BOOST_CHECK_EXCEPTION((void)connection_parameters::parse(sample), failure, unusable_and_silent);
}

BOOST_AUTO_TEST_CASE(lists_are_split_at_commas) {
    BOOST_TEST(split_list("a,b,,c") == (std::vector<std::string>{"a", "b", "", "c"}), boost::test_tools::per_element());
    BOOST_TEST(split_list("a") == std::vector<std::string>{"a"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(dialect_addresses)

BOOST_DATA_TEST_CASE(without_what_the_backend_needs_are_unusable,
                     data::make({"sqlite3://db=", "sqlite3://x.db", "mysql://host=a,b port=1,2,3", "postgresql://hunter2"})) {
    BOOST_CHECK_EXCEPTION((void)make_dialect(database_url::parse(sample)), failure, unusable_and_silent);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
