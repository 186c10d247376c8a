// SPDX-License-Identifier: BSL-1.0
#include "storage/source_repository.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

namespace extsrc::storage {
namespace {

using testing::acme;
using testing::rival;
using testing::soon;
using texts = std::vector<std::string>;

struct registry : testing::temp_database {
    domain::source_id add(const std::string& name, const domain::organization_id& organization = acme()) {
        return testing::add_source(database, name, organization);
    }

    texts names(const source_repository::listing& wanted) {
        return database.read(soon(), [&](transaction& open) {
            texts found;
            for (const auto& source : source_repository(open).list(acme(), wanted)) found.push_back(source.name.text());
            return found;
        });
    }

    std::optional<domain::external_source> find(const domain::source_id& id,
                                                const domain::organization_id& organization = acme()) {
        return database.read(soon(), [&](transaction& open) { return source_repository(open).find(organization, id); });
    }

    std::optional<int> free_slot() {
        return database.read(soon(), [](transaction& open) { return source_repository(open).free_slot(acme()); });
    }

    // Whether the schema refuses a row that the code would never write.
    bool schema_refuses(const std::string& name, const std::string& slot) {
        const auto session = raw();
        try {
            *session << "INSERT INTO external_source (id, organization_id, name, unique_name, link_template, active_slot, "
                        "created_at, modified_at, deleted_at) VALUES ('" +
                            domain::random_uuid() + "', '" + acme().text() + "', 'n', '" + name + "', '', " + slot +
                            ", 0, 0, 0)";
            return false;
        } catch (const soci::soci_error&) {
            return true;
        }
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(source_repositories, registry)

BOOST_AUTO_TEST_CASE(a_source_comes_back_as_it_was_stored) {
    const auto id = add("Caf\u00E9 CRM");
    const auto found = find(id).value();
    BOOST_TEST(found.id.text() == id.text());
    BOOST_TEST(found.name.text() == "Caf\u00E9 CRM");
    BOOST_TEST(found.active);
    BOOST_TEST(found.link.value().text() == "https://crm.example/{{externalId.value}}");
}

BOOST_AUTO_TEST_CASE(another_organization_does_not_find_it) {
    BOOST_TEST(!find(add("CRM"), rival()).has_value());
}

BOOST_AUTO_TEST_CASE(active_sources_take_all_ten_slots_and_no_more) {
    for (int i = 0; i < 10; ++i) add("source " + std::to_string(i));
    BOOST_TEST(!free_slot().has_value());
    BOOST_TEST(number("SELECT COUNT(DISTINCT active_slot) FROM external_source") == 10);
    add("rival's own", rival());
}

BOOST_AUTO_TEST_CASE(a_disabled_and_a_deleted_source_give_their_slots_back) {
    std::vector<domain::source_id> sources;
    for (int i = 0; i < 10; ++i) sources.push_back(add("source " + std::to_string(i)));
    testing::disable_source(database, sources[3]);
    const auto freed = free_slot();
    BOOST_TEST(freed.has_value());
    testing::delete_source(database, sources[4]);
    std::set<int> drawn;
    for (int i = 0; i < 100; ++i) drawn.insert(free_slot().value());
    BOOST_TEST(drawn.size() == 2U);
}

BOOST_AUTO_TEST_CASE(the_schema_refuses_an_eleventh_slot_and_a_slot_held_twice) {
    BOOST_TEST(!schema_refuses("one", "1"));
    BOOST_TEST(schema_refuses("two", "1"));
    BOOST_TEST(schema_refuses("eleven", "11"));
    BOOST_TEST(schema_refuses("zero", "0"));
    BOOST_TEST(!schema_refuses("disabled", "NULL"));
    BOOST_TEST(!schema_refuses("disabled too", "NULL"));
}

BOOST_AUTO_TEST_CASE(the_schema_refuses_a_name_taken_in_the_organization) {
    add("Straße");
    BOOST_TEST(schema_refuses("strasse", "NULL"));
    add("STRASSE", rival());
}

BOOST_AUTO_TEST_CASE(a_taken_name_is_seen_by_others_but_not_by_the_source_itself) {
    const auto id = add("CRM");
    database.read(soon(), [&](transaction& open) {
        source_repository sources(open);
        BOOST_TEST(sources.name_taken(acme(), "crm", domain::source_id::random()));
        BOOST_TEST(!sources.name_taken(acme(), "crm", id));
        BOOST_TEST(!sources.name_taken(rival(), "crm", id));
        return 0;
    });
}

BOOST_AUTO_TEST_CASE(deleting_frees_the_name_and_hides_the_source) {
    const auto id = add("CRM");
    testing::delete_source(database, id);
    BOOST_TEST(!find(id).has_value());
    BOOST_TEST(names({"", {}, "", 10}).empty());
    add("crm");
}

BOOST_AUTO_TEST_CASE(states_tell_active_inactive_and_unknown_apart) {
    const auto active = add("a");
    const auto inactive = add("b");
    const auto deleted = add("c");
    testing::disable_source(database, inactive);
    testing::delete_source(database, deleted);
    database.read(soon(), [&](transaction& open) {
        source_repository sources(open);
        BOOST_TEST((sources.state(acme(), active) == source_state::active));
        BOOST_TEST((sources.state(acme(), inactive) == source_state::inactive));
        BOOST_TEST((sources.state(acme(), deleted) == source_state::unknown));
        BOOST_TEST((sources.state(rival(), active) == source_state::unknown));
        return 0;
    });
}

BOOST_AUTO_TEST_CASE(lists_by_folded_name_with_prefix_state_position_and_limit) {
    for (const auto* name : {"beta", "Alpha", "\u00C9clair", "alphabet", "ALPINE"}) add(name);
    testing::disable_source(database, add("alps"));
    add("alpha of the rival", rival());
    const auto same = boost::test_tools::per_element();
    BOOST_TEST(names({"", {}, "", 10}) == (texts{"Alpha", "alphabet", "ALPINE", "alps", "beta", "\u00C9clair"}), same);
    BOOST_TEST(names({"alp", {}, "", 10}) == (texts{"Alpha", "alphabet", "ALPINE", "alps"}), same);
    BOOST_TEST(names({"alp", true, "", 10}) == (texts{"Alpha", "alphabet", "ALPINE"}), same);
    BOOST_TEST(names({"alp", false, "", 10}) == (texts{"alps"}), same);
    BOOST_TEST(names({"alp", {}, "alphabet", 1}) == (texts{"ALPINE"}), same);
    BOOST_TEST(names({"\u00E9", {}, "", 10}) == (texts{"\u00C9clair"}), same);
}

BOOST_DATA_TEST_CASE(like_patterns_mean_nothing_in_a_prefix, boost::unit_test::data::make({"%", "_", "a%", "*", "'"})) {
    add("alpha");
    BOOST_TEST(names({sample, {}, "", 10}).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
