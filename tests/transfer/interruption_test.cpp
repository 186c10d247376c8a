// SPDX-License-Identifier: BSL-1.0
#include "archive.hpp"
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "full_organization.hpp"
#include "transfer/exporter.hpp"

#include <boost/test/unit_test.hpp>

#include <future>
#include <vector>

namespace extsrc::transfer {
namespace {

using testing::acme;

struct large_archive {
    testing::temp_database from;
    testing::temp_database to;
    archive out;
    large_archive() {
        fill(from.database);
        add_people(from.database, 400);
        out = export_all(from.database, acme());
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(interruptions, large_archive)

BOOST_AUTO_TEST_CASE(an_import_that_is_broken_off_again_and_again_goes_on_where_it_stopped) {
    std::uint64_t reached = 0;
    int attempts = 0;
    for (bool complete = false; !complete; ++attempts) {
        try {
            const auto report = try_import(to.database, out, impatient(part::storing, 1)).value();
            BOOST_TEST(report.resumed_at == out.size() - 1);
            complete = true;
        } catch (const broken_off&) {
            const auto now = static_cast<std::uint64_t>(to.number("SELECT COUNT(*) FROM contact")) +
                             static_cast<std::uint64_t>(to.number("SELECT COUNT(*) FROM interaction_link")) +
                             static_cast<std::uint64_t>(to.number("SELECT COUNT(*) FROM decision"));
            BOOST_TEST(now > reached);
            reached = now;
        }
        BOOST_TEST_REQUIRE(attempts < 100);
    }
    BOOST_TEST(attempts > 4);
    BOOST_TEST((export_all(to.database, acme()) == out));
}

BOOST_AUTO_TEST_CASE(an_import_that_stopped_while_it_checked_or_verified_is_begun_there_again) {
    BOOST_CHECK_THROW((void)try_import(to.database, out, impatient(part::checking, 1)), broken_off);
    BOOST_TEST(to.number("SELECT COUNT(*) FROM contact") == 0);
    BOOST_CHECK_THROW((void)try_import(to.database, out, impatient(part::verifying, 1)), broken_off);
    BOOST_TEST(try_export(to.database, acme()).has_error());
    const auto report = try_import(to.database, out).value();
    BOOST_TEST(report.resumed_at == out.size() - 1);
    BOOST_TEST((export_all(to.database, acme()) == out));
}

BOOST_AUTO_TEST_CASE(a_complete_import_changes_nothing_when_it_is_repeated) {
    BOOST_TEST(!try_import(to.database, out).value().was_complete);
    testing::add_source(to.database, "Since then");
    BOOST_TEST(try_import(to.database, out).value().was_complete);
    BOOST_TEST(export_all(to.database, acme()).size() == out.size() + 1);
}

BOOST_AUTO_TEST_CASE(two_imports_at_the_same_time_store_everything_once) {
    storage::database other(to.url, 2, testing::soon());
    auto second = std::async(std::launch::async, [&] { return try_import(other, out); });
    const auto first = try_import(to.database, out);
    const auto also = second.get();
    BOOST_TEST((first.has_value() || also.has_value()));
    for (const auto* each : {&first, &also})
        if (each->has_error()) BOOST_TEST(each->error().code == domain::errc::conflict);
    BOOST_TEST((export_all(to.database, acme()) == out));
}

BOOST_AUTO_TEST_CASE(an_export_is_of_one_moment) {
    class writes_meanwhile final : public line_sink {
    public:
        explicit writes_meanwhile(storage::database& in) : in_(in) {}
        void put(std::string_view line) override {
            if (lines.size() == 3) add_people(in_, 5, 1000);
            lines.emplace_back(line);
        }
        archive lines;

    private:
        storage::database& in_;
    };
    writes_meanwhile sink(from.database);
    impatient watching;
    BOOST_TEST(export_organization(from.database, acme(), sink, watching, testing::soon()).has_value());
    BOOST_TEST((sink.lines == out));
    BOOST_TEST(export_all(from.database, acme()).size() == out.size() + 15);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::transfer
