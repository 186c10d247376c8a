// SPDX-License-Identifier: BSL-1.0
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "storage/contact_repository.hpp"
#include "storage/database.hpp"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <regex>
#include <string>
#include <thread>
#include <vector>

namespace extsrc::storage {
namespace {

using testing::acme;
using testing::soon;

// The same database through ODBC: PostgreSQL's where the tests are on that server, else SQLite's.
std::string through_odbc(const std::string& url) {
    if (url.starts_with("sqlite3://db="))
        return "odbc://DRIVER=SQLite3;Database=" + url.substr(std::string("sqlite3://db=").size());
    const auto part = [&](const std::string& name) {
        std::smatch found;
        std::regex_search(url, found, std::regex("\\b" + name + "=(\\S+)"));
        return found[1].str();
    };
    return "odbc://DRIVER={PostgreSQL Unicode};SERVER=" + part("host") + ";PORT=" + part("port") +
           ";DATABASE=" + part("dbname") + ";UID=" + part("user") + ";PWD=" + part("password");
}

struct behind_odbc : testing::empty_database {
    database through{through_odbc(url), 4, soon()};

    static domain::contact somebody(const std::string& first_name, const std::string& custom) {
        domain::contact person;
        person.id = domain::contact_id::random();
        person.division = domain::division_id::trusted("*");
        person.profile.first_name = first_name;
        person.profile.custom_fields["note"] = "\"" + custom + "\"";
        return person;
    }
    void store(const domain::contact& person) {
        const auto stored = through.write(acme(), soon(), [&](transaction& open) -> domain::result<void> {
            contact_repository(open).insert(acme(), person);
            return {};
        });
        BOOST_TEST_REQUIRE(stored.has_value());
    }
    std::optional<domain::contact> find(const domain::contact_id& id) {
        return through.read(soon(), [&](transaction& open) { return contact_repository(open).find(acme(), id); });
    }
};

boost::test_tools::assertion_result is_not_mariadb(boost::unit_test::test_unit_id) {
    boost::test_tools::assertion_result found = !testing::empty_database().url.starts_with("mysql://");
    found.message() << "MariaDB is not served through ODBC";
    return found;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(odbc, behind_odbc, *boost::unit_test::precondition(is_not_mariadb))

BOOST_AUTO_TEST_CASE(brings_the_schema_forward_and_finds_it_again) {
    BOOST_TEST(through.schema_version(soon()) == newest_schema_version());
    database again(through_odbc(url), 1, soon());
    BOOST_TEST(again.schema_version(soon()) == newest_schema_version());
}

BOOST_AUTO_TEST_CASE(keeps_texts_of_all_lengths_and_scripts) {
    const auto person = somebody("Zo\u00EB \u5F20 \U0001F600 ' \\ :x", std::string(60'000, 'n'));
    store(person);
    const auto found = find(person.id);
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(found->profile.first_name == person.profile.first_name);
    BOOST_TEST((found->profile.custom_fields == person.profile.custom_fields));
    database directly(url, 1, soon());
    const auto same =
        directly.read(soon(), [&](transaction& open) { return contact_repository(open).find(acme(), person.id); });
    BOOST_TEST_REQUIRE(same.has_value());
    BOOST_TEST(same->profile.first_name == person.profile.first_name);
}

BOOST_AUTO_TEST_CASE(takes_back_what_ended_in_an_error) {
    const auto person = somebody("Ada", "x");
    const auto refused = through.write(acme(), soon(), [&](transaction& open) -> domain::result<void> {
        contact_repository(open).insert(acme(), person);
        return domain::error{domain::errc::conflict, "no", {}, {}, {}};
    });
    BOOST_TEST(!refused.has_value());
    BOOST_TEST(!find(person.id).has_value());
}

BOOST_AUTO_TEST_CASE(tells_a_key_that_is_taken_from_other_errors) {
    const auto put = [](transaction& open) -> domain::result<void> {
        open.sql() << "INSERT INTO shared_value (name, value) VALUES ('a', '1')";
        return {};
    };
    BOOST_TEST(through.write(soon(), put).has_value());
    BOOST_CHECK_EXCEPTION((void)through.write(soon(), put), failure,
                          [](const failure& failed) { return failed.kind() == failure_kind::unique_violation; });
    const auto nonsense = [](transaction& open) -> domain::result<void> {
        open.sql() << "INSERT INTO nowhere VALUES (1)";
        return {};
    };
    BOOST_CHECK_EXCEPTION((void)through.write(soon(), nonsense), failure,
                          [](const failure& failed) { return failed.kind() == failure_kind::internal; });
    BOOST_TEST(through.write(soon(), [](transaction&) -> domain::result<void> { return {}; }).has_value());
}

BOOST_AUTO_TEST_CASE(loses_no_count_of_many_writers) {
    (void)through.write(soon(), [](transaction& open) -> domain::result<void> {
        open.sql() << "INSERT INTO shared_value (name, value) VALUES ('count', '0')";
        return {};
    });
    const auto count_up = [&] {
        for (int i = 0; i < 10; ++i)
            (void)through.write(acme(), soon(), [](transaction& open) -> domain::result<void> {
                std::string value;
                open.sql() << "SELECT value FROM shared_value WHERE name = 'count'", soci::into(value);
                value = std::to_string(std::stoi(value) + 1);
                open.sql() << "UPDATE shared_value SET value = :value WHERE name = 'count'", soci::use(value, "value");
                return {};
            });
    };
    std::vector<std::jthread> threads;
    for (int i = 0; i < 3; ++i) threads.emplace_back(count_up);
    threads.clear();
    BOOST_TEST(number("SELECT CAST(value AS INTEGER) FROM shared_value WHERE name = 'count'") == 30);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
