// SPDX-License-Identifier: BSL-1.0
#include "builds.hpp"

#include <boost/test/unit_test.hpp>

#include <barrier>
#include <chrono>
#include <memory>
#include <string>
#include <thread>

namespace extsrc::storage {
namespace {

// A server takes long to make a database.
int rounds() {
    return testing::on_a_server() ? 40 : 200;
}

// Starts as a build that needs the old form. @return the open database, or nothing and why it was refused
std::unique_ptr<database> try_to_start(shared_database& shared, std::string& why) {
    try {
        return shared.start(4);
    } catch (const failure& refused) {
        why = refused.what();
        return nullptr;
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(contraction_races)

// Whoever came first gives the other more of a start in the next round, so that both come first in some, on any machine.
BOOST_AUTO_TEST_CASE(an_older_build_starts_or_the_schema_is_contracted_but_never_both) {
    constexpr std::chrono::microseconds more{500};
    std::chrono::microseconds head_start{0};  // of the contraction, or of the older build where it is negative
    int started = 0;
    for (int round = 0; round < rounds(); ++round) {
        shared_database shared;
        migrate(*make_dialect(database_url::parse(shared.url)), knowing(5), testing::soon());
        std::barrier together(2);
        std::string why;
        std::unique_ptr<database> old;
        std::thread starting([&] {
            together.arrive_and_wait();
            std::this_thread::sleep_for(head_start);
            old = try_to_start(shared, why);
        });
        together.arrive_and_wait();
        std::this_thread::sleep_for(-head_start);
        const auto made = shared.contract();
        starting.join();
        BOOST_TEST(made == (old ? "0/1" : "1/0"));
        BOOST_TEST(shared.has_old_form() == (old != nullptr));
        BOOST_TEST(why.ends_with(old ? "" : "this build knows 4"), why);
        if (old) BOOST_TEST(use_old_form(*old, round) == "Rex " + std::to_string(round));
        started += old ? 1 : 0;
        head_start += old ? more : -more;
    }
    BOOST_TEST(started > 0);
    BOOST_TEST(started < rounds());
    BOOST_TEST_MESSAGE("the older build came first in " << started << " of " << rounds() << " rounds");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
