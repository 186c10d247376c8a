// SPDX-License-Identifier: BSL-1.0
#include "storage/search_backfill.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "storage/contact_repository.hpp"
#include "storage/migration.hpp"
#include "storage/migration_runner.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::storage {
namespace {

// A database as version 1 of the schema left it, with contacts in it.
struct older_database : testing::empty_database {
    explicit older_database(int curated) {
        migrate(*make_dialect(database_url::parse(url)), migrations().first(1), testing::soon());
        const auto session = raw();
        for (int i = 0; i < curated; ++i) insert(*session, "Curated", i);
        insert(*session, "Ephemeral", curated);
    }
    static void insert(soci::session& session, const std::string& type, int number) {
        const auto id = domain::contact_id::random().text();
        const auto organization = testing::acme().text();
        const std::string name = "ÀNN" + std::to_string(number);
        session
            << "INSERT INTO contact VALUES (:id, :organization, '*', :type, :name, '', 'Lee', '', '', '', '', '', '', -1, '', "
               "1, 1, 0)",
            soci::use(id), soci::use(organization), soci::use(type), soci::use(name);
    }
    void open_and_index() const {
        database opened(url, 2, testing::soon());
        index_contacts_of_older_schema(opened, testing::soon());
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(search_backfill)

BOOST_AUTO_TEST_CASE(contacts_of_schema_1_become_findable) {
    const older_database older(450);
    older.open_and_index();
    BOOST_TEST(older.number("SELECT COUNT(*) FROM searchable_contact") == 450);
    BOOST_TEST(older.number("SELECT COUNT(*) FROM contact_word WHERE word = 'lee'") == 450);
    BOOST_TEST(older.number("SELECT COUNT(*) FROM contact_word WHERE word = 'ànn7'") == 1);
}

BOOST_AUTO_TEST_CASE(is_done_once) {
    const older_database older(1);
    older.open_and_index();
    *older.raw() << "DELETE FROM searchable_contact";
    older.open_and_index();
    BOOST_TEST(older.number("SELECT COUNT(*) FROM searchable_contact") == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
