// SPDX-License-Identifier: BSL-1.0
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "sequence.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <string>

namespace extsrc::properties {
namespace {

// On a server each of the many queries is a round trip.
std::uint32_t sequences() {
    return testing::on_a_server() ? 400 : 10'000;
}
constexpr int steps = 14;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(random_sequences, testing::temp_database)

// A failure tells seed and story; nothing here depends on time or on the order of runs.
BOOST_AUTO_TEST_CASE(leave_the_database_as_the_model_says_after_every_step) {
    const auto with = universe::over({testing::add_source(database, "CRM"), testing::add_source(database, "CDP")});
    for (std::uint32_t seed = 0; seed < sequences(); ++seed) {
        const auto difference = database.rehearse(with.organization, testing::soon(), [&](storage::transaction& open) {
            return domain::result<std::string>(sequence(open, with, seed).run(steps));
        });
        BOOST_REQUIRE_MESSAGE(difference->empty(), "seed " << seed << ": " << *difference);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::properties
