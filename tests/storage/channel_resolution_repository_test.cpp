// SPDX-License-Identifier: BSL-1.0
#include "storage/channel_resolution_repository.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"

#include <boost/test/unit_test.hpp>

#include <optional>

namespace extsrc::storage {
namespace {

using testing::acme;

struct configured : testing::temp_database {
    const domain::integration site{"webmessaging", "site"};

    std::optional<domain::channel_resolution> find(const domain::integration& of,
                                                   const domain::organization_id& organization = acme()) {
        return database.read(testing::soon(),
                             [&](transaction& open) { return channel_resolution_repository(open).find(organization, of); });
    }
    void put(const domain::integration& of, const domain::channel_resolution& wanted) {
        const auto stored = database.write(testing::soon(), [&](transaction& open) -> domain::result<void> {
            channel_resolution_repository(open).put(acme(), of, wanted, 1);
            return {};
        });
        BOOST_REQUIRE(stored.has_value());
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(channel_resolutions, configured)

BOOST_AUTO_TEST_CASE(of_an_integration_nobody_configured_are_not_there) {
    BOOST_TEST(!find(site).has_value());
}

BOOST_AUTO_TEST_CASE(come_back_as_they_were_put) {
    const auto source = domain::source_id::random();
    put(site, {false, testing::north(), source, true, false});
    const auto found = find(site).value();
    BOOST_TEST(!found.resolves);
    BOOST_TEST(found.division.text() == testing::north().text());
    BOOST_TEST((found.source == source));
    BOOST_TEST(found.merges_signed_in);
    BOOST_TEST(!found.merges_tracked);
}

BOOST_AUTO_TEST_CASE(are_replaced_as_a_whole) {
    put(site, {false, testing::north(), domain::source_id::random(), true, false});
    put(site, {true, {}, {}, false, true});
    const auto found = find(site).value();
    BOOST_TEST(found.resolves);
    BOOST_TEST(found.division.text() == "*");
    BOOST_TEST(!found.source.has_value());
    BOOST_TEST(!found.merges_signed_in);
    BOOST_TEST(found.merges_tracked);
    BOOST_TEST(number("SELECT COUNT(*) FROM channel_resolution") == 1);
}

BOOST_AUTO_TEST_CASE(of_another_channel_integration_or_organization_are_others) {
    put(site, {});
    BOOST_TEST(!find({"openmessaging", "site"}).has_value());
    BOOST_TEST(!find({"webmessaging", "Site"}).has_value());
    BOOST_TEST(!find(site, testing::rival()).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
