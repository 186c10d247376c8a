// SPDX-License-Identifier: BSL-1.0
// This executable defines storage::migrations() itself: the released steps, 0901_expand and 0902_contract. That it links shows
// that a build with other steps needs no more than that.
#include "entry/descriptor.hpp"
#include "fixtures/temp_database.hpp"
#include "held_plugin.hpp"
#include "storage/database.hpp"
#include "storage/migration_runner.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>

namespace extsrc::entry {
namespace {

using testing::soon;

// A database on which the build before this one serves, in this process or another.
struct upgrade : testing::empty_database {
    std::unique_ptr<storage::database> old = serve_as_before();
    held_plugin later{configured(url)};
    std::string text;

    [[nodiscard]] std::unique_ptr<storage::database> serve_as_before() const {
        const auto all = storage::migrations();
        return std::make_unique<storage::database>(url, 1, soon(), storage::lease_terms{}, all.first(all.size() - 2));
    }
    std::string health() {
        BOOST_TEST(later.health(text) == CCP_OK);
        return text;
    }
    std::string run_task() {
        BOOST_TEST(later.run_task("schema", text) == CCP_OK);
        return text;
    }
};

const std::string expanded = R"({"database":"up","schemaVersion":901,"waitingSteps":["0902_contract"]})";
const std::string contracted = R"({"database":"up","schemaVersion":902})";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(a_later_build, upgrade)

BOOST_AUTO_TEST_CASE(names_the_schemas_of_the_steps_it_was_linked_with) {
    BOOST_TEST(storage::newest_schema_version() == 902);
    BOOST_TEST(descriptor().schema_version_min == 901U);
    BOOST_TEST(descriptor().schema_version_max == 902U);
}

BOOST_AUTO_TEST_CASE(contracts_when_it_is_told_that_its_predecessor_is_gone) {
    BOOST_TEST_REQUIRE(later.start() == CCP_OK);
    BOOST_TEST(health() == expanded);
    old.reset();
    BOOST_TEST(later.predecessor_gone() == CCP_OK);
    BOOST_TEST(health() == contracted);
    BOOST_TEST(later.stop() == CCP_OK);
}

BOOST_AUTO_TEST_CASE(leaves_the_old_form_to_those_who_serve_in_other_processes) {
    auto elsewhere = serve_as_before();
    BOOST_TEST_REQUIRE(later.start() == CCP_OK);
    old.reset();
    BOOST_TEST(later.predecessor_gone() == CCP_OK);
    BOOST_TEST(health() == expanded);
    BOOST_TEST(run_task() == R"({"contracted":0,"waiting":1})");
    elsewhere.reset();
    BOOST_TEST(run_task() == R"({"contracted":1,"waiting":0})");
    BOOST_TEST(run_task() == R"({"contracted":0,"waiting":0})");
    BOOST_TEST(health() == contracted);
}

BOOST_AUTO_TEST_CASE(can_be_gone_back_from_until_it_contracts) {
    BOOST_TEST_REQUIRE(later.start() == CCP_OK);
    BOOST_TEST(later.stop() == CCP_OK);
    old.reset();
    BOOST_TEST(serve_as_before()->schema_version(soon()) == 901);
    held_plugin again(configured(url));
    BOOST_TEST_REQUIRE(again.start() == CCP_OK);
    BOOST_TEST(again.stop() == CCP_OK);
    BOOST_CHECK_EXCEPTION((void)serve_as_before(), storage::failure, [](const storage::failure& refused) {
        return std::string(refused.what()).find("schema version 902 or newer") != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(does_not_count_as_serving_after_it_stopped) {
    BOOST_TEST_REQUIRE(later.start() == CCP_OK);
    BOOST_TEST(later.stop() == CCP_OK);
    old.reset();
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::entry
