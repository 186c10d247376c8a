// SPDX-License-Identifier: BSL-1.0
#include "loader/lingering_list.hpp"

#include "loader/plugin_set.hpp"
#include "support/fixture_host.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace std::chrono_literals;
using ccphost::generation;
using ccphost::generation_state;

struct ending {
    ccphost::test::fixture_files files;
    ccphost::metrics counters;
    ccphost::event_queue events{[](const ccphost::event&) {}};
    ccphost::lingering_list left;

    std::shared_ptr<generation> started(const std::string& manifest) {
        auto listed = ccphost::prepare({.manifest = files.at(manifest), .config = boost::json::object()}).value();
        auto one = generation::make(std::move(listed), {std::make_shared<const boost::json::value>(boost::json::object())}, 1,
                                    {counters, &events}, {.grace = 1ms});
        BOOST_TEST_REQUIRE(one->start(std::make_shared<ccphost::step_log>()).has_value());
        return one;
    }
    std::shared_ptr<generation> started_bystander() {
        auto manifest = ccphost::test::fixture_manifest(ccphost::test::fixture_library("BYSTANDER"));
        manifest["id"] = "org.example.bystander";
        for (const char* list : {"handlers", "topics", "tasks", "hooks"}) manifest[list] = boost::json::array();
        files.write("bystander.json", manifest);
        return started("bystander.json");
    }
    bool retire(generation& one) { return one.retire(1ms, std::make_shared<ccphost::step_log>()).has_value(); }
};

bool is_mapped(const std::string& file) {
    return ccphost::test::read_file("/proc/self/maps").find(file) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(lingering_list, ending)

BOOST_AUTO_TEST_CASE(what_serves_is_not_taken_in) {
    const auto one = started("manifest.json");
    left.keep_if_left(one);
    BOOST_TEST(left.list().empty());
    retire(*one);
}

BOOST_AUTO_TEST_CASE(what_lingers_is_kept_until_it_comes_to_rest) {
    ccphost::generation_slot slot;
    slot.publish(started("manifest.json"));
    auto call = slot.acquire();
    const auto one = slot.publish(nullptr);
    BOOST_TEST(!retire(*one));
    left.keep_if_left(one);
    BOOST_TEST((one->state() == generation_state::lingering));
    BOOST_TEST(left.lingering() == 1U);
    BOOST_TEST(left.lingering_of("org.example.fixture") == 1U);
    BOOST_TEST(left.lingering_of("org.example.other") == 0U);
    BOOST_TEST(left.try_again().empty());
    call.reset();
    const auto gone = left.try_again();
    BOOST_TEST(left.lingering() == 0U);
#ifdef EXTSRC_SANITIZED
    BOOST_TEST_MESSAGE("unloading is not asserted: a sanitizer's runtime may keep libraries mapped");
#else
    BOOST_TEST_REQUIRE(gone.size() == 1U);
    BOOST_TEST((gone.front() == one));
    BOOST_TEST(left.list().empty());
#endif
}

BOOST_AUTO_TEST_CASE(what_is_not_safe_to_unload_stays_in_memory_for_ever_and_does_not_linger) {
    auto one = started_bystander();
    const auto file = one->staged_file().string();
    BOOST_TEST(!retire(*one));
    {
        ccphost::lingering_list short_lived;
        short_lived.keep_if_left(one);
        BOOST_TEST(short_lived.list().size() == 1U);
        BOOST_TEST(short_lived.lingering() == 0U);
        BOOST_TEST(short_lived.try_again().empty());
        one.reset();
    }
    BOOST_TEST(is_mapped(file));
}

BOOST_AUTO_TEST_SUITE_END()
