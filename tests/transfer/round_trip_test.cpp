// SPDX-License-Identifier: BSL-1.0
#include "archive.hpp"
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "full_organization.hpp"
#include "storage/channel_resolution_repository.hpp"
#include "storage/contact_repository.hpp"
#include "storage/contact_search.hpp"
#include "storage/identifier_repository.hpp"
#include "storage/source_repository.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace extsrc::transfer {
namespace {

using testing::acme;
using testing::soon;

struct moved {
    testing::temp_database from;
    testing::temp_database to;

    moved() {
        fill(from.database);
        testing::add_contact(from.database, 1, {testing::phone(shared_number)}, {testing::rival(), {}});
        testing::add_contact(to.database, 1, {testing::phone(shared_number)}, {testing::rival(), {}});
    }
    import_report move() { return try_import(to.database, export_all(from.database, acme())).value(); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(round_trips, moved)

BOOST_AUTO_TEST_CASE(an_archive_comes_out_as_it_went_in) {
    const auto out = export_all(from.database, acme());
    BOOST_TEST(export_all(from.database, acme()) == out, boost::test_tools::per_element());
    const auto report = try_import(to.database, out).value();
    BOOST_TEST(report.resumed_at == 1U);
    BOOST_TEST(!report.was_complete);
    BOOST_TEST(export_all(to.database, acme()) == out, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_archive_has_everything_of_the_organization_and_nothing_of_others) {
    const auto report = move();
    const record_counts expected{1, 4, 4, 1, 3, 2, 2};
    BOOST_TEST(report.end.counts == expected, boost::test_tools::per_element());
    const auto all = export_all(to.database, acme());
    BOOST_TEST(std::none_of(all.begin(), all.end(),
                            [](const auto& line) { return line.find(testing::rival().text()) != std::string::npos; }));
    BOOST_TEST(to.number("SELECT COUNT(*) FROM contact") == 5);
}

BOOST_AUTO_TEST_CASE(custom_fields_stay_the_text_they_are) {
    move();
    std::string stored;
    *to.raw() << "SELECT custom_fields FROM contact WHERE id = '" + ada + "'", soci::into(stored);
    BOOST_TEST(stored == custom_fields);
}

BOOST_AUTO_TEST_CASE(a_contact_is_read_as_before) {
    move();
    const auto read = [](storage::database& in) {
        return in.read(soon(), [](storage::transaction& open) {
            return *storage::contact_repository(open).find(acme(), domain::contact_id::trusted(ada));
        });
    };
    const auto before = read(from.database);
    const auto after = read(to.database);
    BOOST_TEST((after.profile.phones == before.profile.phones));
    BOOST_TEST((after.profile.address == before.profile.address));
    BOOST_TEST((after.profile.socials == before.profile.socials));
    BOOST_TEST(after.profile.apple_opaque_ids == before.profile.apple_opaque_ids, boost::test_tools::per_element());
    BOOST_TEST(after.profile.last_name == before.profile.last_name);
    BOOST_TEST((after.profile.survey_opt_out == before.profile.survey_opt_out));
}

BOOST_AUTO_TEST_CASE(what_follows_from_the_data_is_made_anew) {
    move();
    to.database.read(soon(), [](storage::transaction& open) {
        storage::contact_search wanted;
        wanted.limit = 10;
        for (const char* word : {"lovelace", "伯爵夫人", "ada"}) {
            wanted.keywords = domain::read_query(word, "US", "q").value();
            const auto found = storage::search_contacts(open, acme(), wanted);
            BOOST_REQUIRE(found.size() == 1U);
            BOOST_TEST(found.front().text() == ada);
        }
        wanted.keywords = domain::read_query("Grace", "US", "q").value();
        BOOST_TEST(storage::search_contacts(open, acme(), wanted).empty());  // of a merge set, and of no Curated one
        BOOST_TEST(storage::source_repository(open).name_taken(acme(), domain::source_name::trusted("straße").folded(), {}));
        return 0;
    });
}

BOOST_AUTO_TEST_CASE(owners_merge_sets_slots_and_generation_hold_on) {
    move();
    BOOST_TEST(testing::owner_of(to.database, testing::phone(shared_number)) == ada);
    const auto passed_on = to.database.write(acme(), soon(), [](storage::transaction& open) -> domain::result<void> {
        storage::identifier_repository(open).release(testing::acme_scope(), testing::phone(shared_number),
                                                     domain::contact_id::trusted(ada));
        return {};
    });
    BOOST_TEST(passed_on.has_value());
    BOOST_TEST(testing::owner_of(to.database, testing::phone(shared_number)) == visitor);
    to.database.read(soon(), [](storage::transaction& open) {
        const auto answering = storage::contact_repository(open).find_canonical(acme(), domain::contact_id::trusted(merged));
        BOOST_TEST(answering->id.text() == head);
        return 0;
    });
    const std::string of_acme = " WHERE organization_id = '" + acme().text() + "'";
    for (const auto& query :
         {"SELECT SUM(active_slot) FROM external_source" + of_acme, "SELECT COUNT(active_slot) FROM external_source" + of_acme,
          "SELECT COUNT(unique_name) FROM external_source" + of_acme,
          "SELECT generation FROM organization WHERE id = '" + acme().text() + "'"})
        BOOST_TEST(to.number(query) == from.number(query), query);
}

BOOST_AUTO_TEST_CASE(more_than_a_page_of_everything_comes_in_order) {
    add_people(from.database, 1203);
    const auto out = export_all(from.database, acme());
    BOOST_TEST(out.size() == 1U + 17U + 3U * 1203U + 1U);
    try_import(to.database, out).value();
    BOOST_TEST((export_all(to.database, acme()) == out));
}

BOOST_AUTO_TEST_CASE(an_organization_nobody_has_is_not_exported) {
    const auto nothing = try_export(from.database, domain::organization_id::trusted("3f0a1c5e-0000-4000-8000-00000000000f"));
    BOOST_REQUIRE(nothing.has_error());
    BOOST_TEST(nothing.error().code == domain::errc::not_found);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::transfer
