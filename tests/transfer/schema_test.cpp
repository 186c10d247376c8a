// SPDX-License-Identifier: BSL-1.0
#include "fixtures/temp_database.hpp"
#include "storage/stored_rows.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

namespace extsrc::transfer {
namespace {

using names = std::set<std::string>;

// The schema is the same everywhere; SQLite tells it with a query.
struct schema_in_a_file {
    testing::temp_folder folder;
    testing::database_address at{folder.database_url()};
    storage::database database{at.url, 1, testing::soon()};

    names ask(const std::string& query) const {
        names found;
        std::string name;
        const auto session = at.raw();
        soci::statement each = (session->prepare << query, soci::into(name));
        each.execute();
        while (each.fetch()) found.insert(name);
        return found;
    }
    names columns(const std::string& table) const { return ask("SELECT name FROM pragma_table_info('" + table + "')"); }
};

template <class Row>
names carried() {
    names columns;
    Row row;
    Row::columns(row, [&](const char* column, const char*, const auto&) { columns.insert(column); });
    return columns;
}

names with(names columns, const names& more) {
    columns.insert(more.begin(), more.end());
    return columns;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archives_and_the_schema, schema_in_a_file)

// A column that is added to the schema is added to its row, or an organization would lose it on its way.
BOOST_AUTO_TEST_CASE(every_column_is_carried_or_follows_from_others) {
    using namespace storage;
    const names its_organization{"organization_id"};
    BOOST_TEST((columns("external_source") == with(carried<source_row>(), {"organization_id", "unique_name"})));
    BOOST_TEST((columns("contact") == with(carried<contact_row>(), its_organization)));
    BOOST_TEST((columns("contact_address") == carried<address_row>()));
    BOOST_TEST((columns("contact_phone") == carried<phone_row>()));
    BOOST_TEST((columns("contact_social") == carried<social_row>()));
    BOOST_TEST((columns("identifier") == with(carried<identifier_row>(), its_organization)));
    BOOST_TEST((columns("interaction_link") == with(carried<link_row>(), its_organization)));
    BOOST_TEST((columns("decision") == with(carried<decision_row>(), its_organization)));
    BOOST_TEST((columns("channel_resolution") == with(carried<resolution_row>(), its_organization)));
    BOOST_TEST((columns("change_log") == with(carried<change_row>(), its_organization)));
    BOOST_TEST((columns("organization") == names{"id", "generation", "turn"}));
}

BOOST_AUTO_TEST_CASE(every_table_is_carried_or_is_the_database_s_own) {
    const names carried{"external_source",  "contact",  "contact_address",    "contact_phone", "contact_social", "identifier",
                        "interaction_link", "decision", "channel_resolution", "change_log",    "organization"};
    const names made_anew{"searchable_contact", "contact_word"};
    const names of_the_database{"shared_value", "serving_build", "schema_migration", "write_record"};
    BOOST_TEST((ask("SELECT name FROM sqlite_master WHERE type = 'table'") == with(with(carried, made_anew), of_the_database)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::transfer
