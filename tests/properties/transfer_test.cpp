// SPDX-License-Identifier: BSL-1.0
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "sequence.hpp"
#include "transfer/exporter.hpp"
#include "transfer/importer.hpp"
#include "transfer/line_lists.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace extsrc::properties {
namespace {

constexpr std::uint32_t sequences = 12;
constexpr int steps = 120;

class unwatched final : public transfer::observer {
public:
    void progress(transfer::part, std::uint64_t, std::uint64_t) override {}
};

using lines = std::vector<std::string>;

using transfer::given_lines;
using transfer::kept_lines;

lines exported(storage::database& from) {
    kept_lines kept;
    unwatched nobody;
    const auto done = transfer::export_organization(from, testing::acme(), kept, nobody, testing::soon());
    BOOST_TEST_REQUIRE(done.has_value());
    return std::move(kept.lines);
}

// A database after a random sequence of changes.
struct random_database : testing::temp_database {
    explicit random_database(std::uint32_t seed) {
        const auto with = universe::over({testing::add_source(database, "CRM"), testing::add_source(database, "CDP")});
        const auto changed = database.write(testing::acme(), testing::soon(), [&](storage::transaction& open) {
            return domain::result<std::string>(sequence(open, with, seed).run(steps));
        });
        BOOST_TEST_REQUIRE(changed->empty());
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(random_organizations)

BOOST_AUTO_TEST_CASE(leave_and_enter_databases_without_loss) {
    for (std::uint32_t seed = 0; seed < sequences; ++seed) {
        random_database from(seed);
        testing::temp_database to;
        const auto archive = exported(from.database);
        given_lines given(archive);
        unwatched nobody;
        const auto done = transfer::importer(to.database, given, nobody, testing::soon()).run();
        BOOST_REQUIRE_MESSAGE(done.has_value(), "seed " << seed << ": " << done.error().message);
        BOOST_REQUIRE_MESSAGE(exported(to.database) == archive, "seed " << seed);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::properties
