// SPDX-License-Identifier: BSL-1.0
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "held_plugin.hpp"
#include "storage/database.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

namespace extsrc::entry {
namespace {

namespace data = boost::unit_test::data;

// Digits that are a number of the United States as well as of Germany.
const std::string digits = "2125550142";
const std::string american = "+12125550142";
const std::string german = "+492125550142";
const std::string address = "ann@example.com";

// A plugin for whose configuration everybody is known who may be meant by the digits.
struct configurable : testing::own_database {
    held_plugin one{configured(url)};
    int calls = 0;

    configurable() {
        BOOST_TEST_REQUIRE(one.start() == CCP_OK);
        storage::database database(url, 1, testing::soon());
        testing::add_contact(database, 1, {testing::phone(american)});
        testing::add_contact(database, 2, {testing::phone(german)});
        testing::add_contact(database, 3, {testing::email(address)});
    }
    call_answer answer(const std::string& channel = "voice") {
        return one.answer({"i-" + std::to_string(++calls), channel, digits});
    }
    std::int32_t configure(const std::string& more) { return one.configure(configured(url, more)); }
};

struct refused_change {
    std::string name;
    bool other_database;
    std::string more;
    std::int32_t status;
    std::string text;
};
std::ostream& operator<<(std::ostream& out, const refused_change& sample) {
    return out << sample.name;
}

const std::string in_germany = R"(,"databaseSessions":2,"phoneRegion":"DE")";
const refused_change refused_changes[] = {
    {"another database", true, in_germany, CCP_E_UNSUPPORTED, "another database needs a reload of the plugin"},
    {"more sessions", false, R"(,"databaseSessions":3,"phoneRegion":"DE")", CCP_E_UNSUPPORTED,
     "another number of databaseSessions needs a reload of the plugin"},
    {"sessions left out", false, R"(,"phoneRegion":"DE")", CCP_E_UNSUPPORTED,
     "another number of databaseSessions needs a reload of the plugin"},
    {"a region that is none", false, R"(,"databaseSessions":2,"phoneRegion":"ZZ")", CCP_E_CONFIG,
     "phoneRegion: there is no region ZZ"},
    {"a region that is none with another database", true, R"(,"databaseSessions":2,"phoneRegion":"ZZ")", CCP_E_CONFIG,
     "phoneRegion: there is no region ZZ"},
    {"a channel that is none", false, R"(,"databaseSessions":2,"phoneRegion":"DE","disabledChannels":["pigeon"])", CCP_E_CONFIG,
     "disabledChannels: there is no channel \"pigeon\""},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(configuring, configurable)

BOOST_AUTO_TEST_CASE(takes_over_every_setting_that_needs_no_new_instance) {
    BOOST_TEST(answer().matched == american);
    BOOST_TEST(configure(in_germany + R"(,"disabledChannels":["sms"])") == CCP_OK);
    BOOST_TEST(answer().matched == german);
    BOOST_TEST(answer("sms").outcome == CCP_OUTCOME_DISABLED);
    BOOST_TEST(configure(R"(,"databaseSessions":2,"severalMatches":"leave")") == CCP_OK);
    BOOST_TEST(answer("sms").matched == american);
    BOOST_TEST(one.answer({"left", "voice", digits, address}).outcome == CCP_OUTCOME_UNRESOLVED);
    BOOST_TEST(configure(R"(,"databaseSessions":2)") == CCP_OK);
    BOOST_TEST(one.answer({"taken", "voice", digits, address}).matched == address);
}

BOOST_AUTO_TEST_CASE(reaches_requests_too) {
    const std::string look_up = R"({"type":"Phone","value":")" + digits + "\"}";
    const auto found = [&] {
        fake_response response;
        BOOST_TEST(one.request("postExternalcontactsIdentifierlookupContacts", look_up, response) == CCP_OK);
        return response.body;
    };
    const auto before = found();
    BOOST_TEST(before.find("\"id\"") != std::string::npos, before);
    BOOST_TEST(configure(in_germany) == CCP_OK);
    BOOST_TEST(found() != before);
    BOOST_TEST(configure(R"(,"databaseSessions":2)") == CCP_OK);
    BOOST_TEST(found() == before);
}

BOOST_DATA_TEST_CASE_F(configurable, refuses_a_change_wholly_and_says_why, data::make(refused_changes)) {
    BOOST_TEST(one.configure(configured(sample.other_database ? url + "2" : url, sample.more)) == sample.status);
    BOOST_TEST(one.host.error == sample.text);
    BOOST_TEST(answer().matched == american);
}

BOOST_AUTO_TEST_CASE(is_refused_before_the_start) {
    held_plugin fresh(configured(url));
    BOOST_TEST(fresh.configure(configured(url)) == CCP_E_STATE);
}

// In one configuration digits are German and text messages are off, in the other neither is so: only a call that sees half of
// each looks up a German number.
BOOST_AUTO_TEST_CASE(never_shows_a_call_two_configurations) {
    const std::string off = in_germany + R"(,"disabledChannels":["sms"])";
    const std::string on = R"(,"databaseSessions":2,"phoneRegion":"US")";
    std::atomic<bool> done = false;
    std::atomic<int> disabled = 0;
    std::atomic<int> matched = 0;
    std::atomic<int> mixed = 0;
    std::vector<std::thread> callers;
    for (int caller = 0; caller < 3; ++caller)
        callers.emplace_back([&, caller] {
            for (int i = 0; !done; ++i) {
                const auto got = one.answer({std::to_string(caller) + "-" + std::to_string(i), "sms", digits});
                ++(got.outcome == CCP_OUTCOME_DISABLED ? disabled : got.matched == american ? matched : mixed);
            }
        });
    const auto until = testing::soon();
    for (int round = 0; (disabled < 1000 || matched < 1000) && std::chrono::steady_clock::now() < until; ++round)
        BOOST_TEST_REQUIRE(configure(round % 2 == 0 ? off : on) == CCP_OK);
    done = true;
    for (auto& caller : callers) caller.join();
    BOOST_TEST(disabled >= 1000);
    BOOST_TEST(matched >= 1000);
    BOOST_TEST(mixed == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::entry
