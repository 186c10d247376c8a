// SPDX-License-Identifier: BSL-1.0
#include "identity/merging.hpp"
#include "story.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <string>
#include <vector>

namespace extsrc::identity {
namespace {

using domain::contact_id;
using domain::errc;
using testing::acme;
using testing::add_contact;
using testing::add_source;
using testing::external_id;

struct refused_merge : story {
    const contact_id ann = add_contact(database, 1, {testing::phone("+13175550142")});

    // Merges, and commits whatever the merge wrote before it was refused.
    errc refusal(const std::vector<contact_id>& ids) {
        errc code{};
        change([&](storage::transaction& open) -> domain::result<void> {
            const auto merged = merging(open, acme(), noon).merge(ids, std::nullopt);
            BOOST_REQUIRE(!merged);
            code = merged.error().code;
            return {};
        });
        return code;
    }
    // Rows of all that a merge writes.
    std::vector<long long> rows() {
        std::vector<long long> counts;
        for (const char* query : {"SELECT COUNT(*) FROM contact", "SELECT COUNT(*) FROM contact WHERE merged_to <> ''",
                                  "SELECT COUNT(*) FROM identifier", "SELECT COUNT(*) FROM identifier WHERE owner = 1",
                                  "SELECT COUNT(*) FROM change_log"})
            counts.push_back(number(query));
        counts.push_back(static_cast<long long>(std::hash<std::string>()(owner_of(testing::phone("+13175550142")))));
        return counts;
    }
    void check_refused(const std::vector<contact_id>& ids, errc expected) {
        const auto before = rows();
        BOOST_TEST(refusal(ids) == expected);
        BOOST_TEST(rows() == before, boost::test_tools::per_element());
    }
    contact_id with_custom_field(const std::string& name) {
        domain::contact person;
        person.profile.custom_fields = {{name, '"' + std::string(domain::max_custom_fields_bytes - 100, 'x') + '"'}};
        return change([&](storage::transaction& open) { return contact_book(open, acme(), noon).create(person, std::nullopt); })
            ->id;
    }
    contact_id merged_of(std::size_t size) {
        std::vector<contact_id> ids;
        for (std::size_t i = 0; i < size; ++i) ids.push_back(add_contact(database, 2));
        return change([&](storage::transaction& open) { return merging(open, acme(), noon).merge(ids, std::nullopt); })->id;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(a_refused_merge_writes_nothing, refused_merge)

BOOST_AUTO_TEST_CASE(of_an_unknown_contact) {
    check_refused({ann, contact_id::random()}, errc::not_found);
}

BOOST_AUTO_TEST_CASE(of_contacts_of_two_divisions) {
    check_refused({ann, add_contact(database, 1, {}, {acme(), testing::north()})}, errc::conflict);
}

BOOST_AUTO_TEST_CASE(of_more_than_a_merge_set_holds) {
    check_refused({ann, merged_of(25), merged_of(25)}, errc::merge_limit_exceeded);
}

BOOST_AUTO_TEST_CASE(of_too_many_external_ids) {
    const auto crm = add_source(database, "CRM");
    std::vector<domain::identifier> many;
    for (std::size_t i = 0; i <= domain::max_external_ids; ++i) many.push_back(external_id(crm, std::to_string(i)));
    check_refused({ann, add_contact(database, 1, many)}, errc::limit_exceeded);
}

BOOST_AUTO_TEST_CASE(of_custom_fields_that_do_not_fit_together) {
    check_refused({ann, with_custom_field("a"), with_custom_field("b")}, errc::merge_limit_exceeded);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::identity
