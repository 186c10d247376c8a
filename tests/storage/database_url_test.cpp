// SPDX-License-Identifier: BSL-1.0
#include "storage/database_url.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::storage {
namespace {

namespace data = boost::unit_test::data;

const std::string refused[] = {
    "",
    "db=x.db",
    "://db=x.db",
    "sqlite3:db=x.db",
    "sqlite3://",
    "sqlite://db=x.db",
    "SQLITE3://db=x.db",
    "postgres://host=db password=hunter2",
    "oracle://service=db password=hunter2",
    "postgresql://",
    "mysql://",
    "odbc://",
    "db=hunter2",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(database_urls)

BOOST_AUTO_TEST_CASE(name_a_backend_and_its_parameters) {
    const auto url = database_url::parse("sqlite3://db=var/external sources.db");
    BOOST_TEST(url.backend == "sqlite3");
    BOOST_TEST(url.parameters == "db=var/external sources.db");
}

BOOST_DATA_TEST_CASE(of_servers_are_read_too, data::make({"postgresql", "mysql", "odbc"})) {
    const auto url = database_url::parse(std::string(sample) + "://host=db password=x");
    BOOST_TEST(url.backend == sample);
    BOOST_TEST(url.parameters == "host=db password=x");
}

BOOST_DATA_TEST_CASE(are_refused_as_unusable_without_repeating_their_parameters, data::make(refused)) {
    BOOST_CHECK_EXCEPTION((void)database_url::parse(sample), failure, [](const failure& failed) {
        return failed.kind() == failure_kind::unusable && std::string(failed.what()).find("hunter2") == std::string::npos;
    });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
