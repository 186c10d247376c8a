// SPDX-License-Identifier: BSL-1.0
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "storage/contact_repository.hpp"
#include "storage/migration.hpp"
#include "storage/migration_runner.hpp"
#include "storage/source_repository.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <tuple>

namespace extsrc::storage {
namespace {

namespace data = boost::unit_test::data;
using testing::soon;

const std::string organization = testing::acme().text();
const std::string source = domain::source_id::random().text();
const std::string contact = domain::contact_id::random().text();

// A database as a build of an earlier version left it. Later versions have the columns of the first one, and defaults for more.
struct released_database : testing::empty_database {
    explicit released_database(int version) {
        migrate(*make_dialect(database_url::parse(url)), migrations().first(static_cast<std::size_t>(version)), soon());
        const auto session = raw();
        *session << "INSERT INTO organization (id, generation) VALUES (:id, 3)", soci::use(organization);
        *session << "INSERT INTO external_source VALUES (:id, :organization, 'CRM', 'crm', 'https://crm.example/', 1, 1, 1, 0)",
            soci::use(source), soci::use(organization);
        *session
            << "INSERT INTO contact (id, organization_id, division_id, type, first_name, middle_name, last_name, salutation, "
               "title, work_email, personal_email, other_email, external_system_url, survey_opt_out, custom_fields, "
               "created_at, modified_at, expires_at) VALUES (:id, :organization, '*', 'Curated', 'Ann', '', 'Lée', '', '', "
               "'', '', '', '', -1, '', 1, 1, 0)",
            soci::use(contact), soci::use(organization);
        *session << "INSERT INTO identifier VALUES (:organization, '*', 'ExternalId', :source, 'C-1', :contact, 1, 1)",
            soci::use(organization), soci::use(source), soci::use(contact);
        *session << "INSERT INTO interaction_link VALUES (:organization, 'i-1', :contact, 'voice', 1)", soci::use(organization),
            soci::use(contact);
        *session << "INSERT INTO decision (organization_id, interaction_id, outcome, contact_id, matched_type, "
                    "matched_source_id, matched_value, reason, decided_at) VALUES (:organization, 'i-1', 'matched', :contact, "
                    "'ExternalId', :source, 'C-1', 'It was theirs.', 1)",
            soci::use(organization), soci::use(contact), soci::use(source);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(released_schemas)

BOOST_DATA_TEST_CASE(keep_what_is_in_them, data::xrange(1, newest_schema_version()), version) {
    const released_database older(version);
    database opened(older.url, 2, soon());
    BOOST_TEST(opened.schema_version(soon()) == newest_schema_version());

    const auto crm = domain::source_id::parse(source).value();
    BOOST_TEST(testing::owner_of(opened, testing::external_id(crm, "C-1")) == contact);
    const auto [name, active, last_name] = opened.read(soon(), [&](transaction& open) {
        const auto found = source_repository(open).find(testing::acme(), crm).value();
        const auto person = contact_repository(open).find(testing::acme(), domain::contact_id::parse(contact).value()).value();
        return std::tuple(found.name.text(), found.active, person.profile.last_name);
    });
    BOOST_TEST(name == "CRM");
    BOOST_TEST(active);
    BOOST_TEST(last_name == "Lée");
    BOOST_TEST(older.number("SELECT COUNT(*) FROM interaction_link WHERE interaction_id = 'i-1'") == 1);
    BOOST_TEST(older.number("SELECT COUNT(*) FROM decision WHERE decided_by = ''") == 1);
    BOOST_TEST(older.number("SELECT generation FROM organization") == 3);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
