// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_counts.hpp"

#include "client.hpp"
#include "handlers/contact_merge.hpp"
#include "handlers/contacts.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace extsrc::handlers {
namespace {

using testing::add_contact;
using testing::add_source;
using testing::external_id;
constexpr auto each = boost::test_tools::per_element();

struct counts : client {
    domain::source_id crm = add_source(database, "CRM");
    domain::source_id erp = add_source(database, "ERP");

    /// "count" or "count+" when capped, in the order of the answer.
    texts count(const std::string& ids) {
        texts found;
        const auto answered = good(count_contacts_of_sources, {}, {}, {{"ids", ids}});
        for (const auto& entity : answered.at("entities").as_array())
            found.push_back(std::to_string(entity.at("contactCount").as_int64()) + (entity.at("capped").as_bool() ? "+" : ""));
        return found;
    }
    texts count(const domain::source_id& source) { return count(source.text()); }

    texts faults(const std::string& ids) { return faults_of(bad(count_contacts_of_sources, {}, {}, {{"ids", ids}})); }

    domain::contact_id hold(const domain::source_id& source, const std::string& value, const storage::scope& where) {
        return add_contact(database, ++now, {external_id(source, value)}, where);
    }
    domain::contact_id hold(const domain::source_id& source, const std::string& value) {
        return hold(source, value, testing::acme_scope());
    }

    /// Identifiers of `many` contacts at once, past the code under test.
    void crowd(const domain::source_id& source, int many) {
        const auto session = raw();
        soci::transaction all(*session);
        for (int i = 0; i < many; ++i) {
            const auto person = add_row(*session, i);
            *session << "INSERT INTO identifier (organization_id, division_id, type, source_id, value, contact_id, owner, "
                        "held_since) "
                        "VALUES (:organization, '*', 'ExternalId', :source, :value, :contact, 1, 0)",
                soci::use(organization.text()), soci::use(source.text()), soci::use(person), soci::use(person);
        }
        all.commit();
    }

private:
    std::string add_row(soci::session& session, int number) {
        auto digits = std::to_string(number);
        digits.insert(0, 12 - digits.size(), '0');
        auto id = "00000000-0000-4000-8000-" + digits;
        session << "INSERT INTO contact (id, organization_id, division_id, type, first_name, middle_name, last_name, "
                   "salutation, title, "
                   "work_email, personal_email, other_email, external_system_url, survey_opt_out, custom_fields, created_at, "
                   "modified_at, expires_at) VALUES (:id, :organization, '*', 'Curated', '', '', '', '', '', '', '', '', '', "
                   "0, '', 0, 0, 0)",
            soci::use(id), soci::use(organization.text());
        return id;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(contact_counts, counts)

BOOST_AUTO_TEST_CASE(are_given_for_each_source_in_the_order_asked) {
    hold(crm, "C-1");
    hold(crm, "C-2");
    hold(erp, "C-1");
    const auto unknown = domain::source_id::random().text();
    BOOST_TEST(count(erp.text() + "," + unknown + "," + crm.text()) == (texts{"1", "0", "2"}), each);
    const auto body = good(count_contacts_of_sources, {}, {}, {{"ids", crm.text()}});
    BOOST_TEST(column(body, "id") == texts{crm.text()}, each);
}

BOOST_AUTO_TEST_CASE(hold_contacts_of_all_divisions_and_of_no_other_organization) {
    hold(crm, "C-1");
    hold(crm, "C-1", {testing::acme(), testing::north()});
    hold(crm, "C-1", {testing::rival(), domain::division_id()});
    BOOST_TEST(count(crm) == texts{"2"}, each);
    organization = testing::rival();
    BOOST_TEST(count(crm) == texts{"1"}, each);
}

BOOST_AUTO_TEST_CASE(hold_a_contact_once_whatever_it_holds) {
    add_contact(database, 1, {external_id(crm, "C-1"), external_id(crm, "C-2"), testing::phone("+13175550142")});
    BOOST_TEST(count(crm) == texts{"1"}, each);
}

BOOST_AUTO_TEST_CASE(hold_those_who_wait_for_an_id) {
    const auto one = hold(crm, "C-1");
    const auto other = hold(crm, "C-1");
    BOOST_TEST((one != other));
    BOOST_TEST(count(crm) == texts{"2"}, each);
}

BOOST_AUTO_TEST_CASE(hold_merged_contacts_once) {
    const auto one = hold(crm, "C-1");
    const auto other = hold(crm, "C-2");
    const auto pair = R"({"contactIds":[")" + one.text() + R"(",")" + other.text() + R"("]})";
    good(merge_contacts, {}, pair, {{"dryRun", "true"}});
    BOOST_TEST(count(crm) == texts{"2"}, each);
    good(merge_contacts, {}, pair);
    BOOST_TEST(count(crm) == texts{"1"}, each);
}

BOOST_AUTO_TEST_CASE(hold_no_contact_that_was_deleted) {
    const auto one = hold(crm, "C-1");
    good(delete_contact, {{"contactId", one.text()}});
    BOOST_TEST(count(crm) == texts{"0"}, each);
}

BOOST_AUTO_TEST_CASE(end_at_a_thousand) {
    crowd(crm, 1'000);
    BOOST_TEST(count(crm) == texts{"1000"}, each);
    hold(crm, "C-1", {testing::acme(), testing::north()});
    BOOST_TEST(count(crm) == texts{"1000+"}, each);
}

BOOST_AUTO_TEST_CASE(are_given_once_for_an_id_that_is_repeated) {
    BOOST_TEST(count(crm.text() + "," + crm.text()) == texts{"0"}, each);
}

BOOST_AUTO_TEST_CASE(are_refused_for_what_is_no_list_of_ids) {
    BOOST_TEST(faults("") == texts{"ids value.required"}, each);
    BOOST_TEST(faults(",") == texts{"ids value.required"}, each);
    BOOST_TEST(faults(crm.text() + ",x") == texts{"ids value.invalid"}, each);
    std::string many;
    for (std::size_t i = 0; i < max_counted_sources; ++i) many += domain::source_id::random().text() + ",";
    BOOST_TEST(count(many).size() == max_counted_sources);
    BOOST_TEST(faults(many + crm.text()) == texts{"ids value.out.of.range"}, each);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
