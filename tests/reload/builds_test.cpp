// SPDX-License-Identifier: BSL-1.0
// A reload to each kind of build, good and bad. In every case calls go on being answered, which busy_host checks at its end.
#include "support/operations.hpp"

#include <boost/json.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <fstream>

namespace {

using namespace ccphost::test;

// A build that never gets to serve.
struct bad_build {
    const char* fault;
    int code;  // of ctl
    const char* why;
};
std::ostream& operator<<(std::ostream& to, const bad_build& each) {
    return to << each.fault;
}

const bad_build bad_builds[] = {
    {"WRONG_MAJOR", 5, "negotiate: the descriptor is of interface 2.3, but this host serves 1.3"},
    {"NEWER_MINOR", 5, "negotiate: the plugin needs interface 1.4 or newer"},
    {"NULL_SLOT", 5, "negotiate: the instance lacks the required function health"},
    {"NO_ENTRY", 5, "does not export ccp_plugin_entry"},
    {"CREATE", 1, "create: org.example.fixture: CCP_E_NO_MEMORY (-62): the fixture does not want to be"},
    {"START", 1, "start: org.example.fixture: CCP_E_UNAVAILABLE (-61): the fixture does not want to start"},
    {"SICK", 1, "health: org.example.fixture is not healthy: {\"fixture\":\"ill\"}"},
    {"THROW_START", 1,
     "start: org.example.fixture: CCP_E_INTERNAL (-70): an exception crossed the interface: thrown by the fixture"},
    {"BAD_CONSOLE", 5, "the table of ccp.console/1 cannot be used: entries[1].module names no asset"},
    {"OTHER_ID", 5, "negotiate: the library says it is \"org.example.other\""},
};

const std::string told_that_it_is_gone = "fixture: predecessor gone";

void check_refused(const busy_host& busy, int code, const std::string& why) {
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST(reload.code == code, reload.message);
    BOOST_TEST(holds(reload.message, why), reload.message);
    BOOST_TEST(holds(reload.message, "generation 1 keeps serving"), reload.message);
    BOOST_TEST(reload.data.at("to").is_null());
    BOOST_TEST(busy.serving() == 1);
    busy.await_calls(20);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(builds)

BOOST_DATA_TEST_CASE(a_bad_build_leaves_the_old_one_serving, bad_builds) {
    busy_host busy;
    busy.install(sample.fault);
    check_refused(busy, sample.code, sample.why);
    BOOST_TEST(busy.listed_as("lingering") == 0U);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(an_older_minor_and_a_newer_one_with_unknown_fields_are_taken) {
    busy_host busy;
    std::int64_t generation = 1;
    for (const auto* build : {"OLDER_MINOR", "UNKNOWN_FIELDS", "NONE"}) {
        busy.install(build);
        const auto reload = busy.ctl({"plugin", "reload"});
        BOOST_TEST(done(reload), reload.message);
        BOOST_TEST(busy.serving() == ++generation);
        busy.await_calls(20);
    }
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_start_that_hangs_is_given_up_and_told_as_lingering) {
    busy_host busy;
    busy.install("HANG_START");
    check_refused(busy, 1, "start: org.example.fixture did not return from start within 1800 ms");
    BOOST_TEST(busy.listed_as("lingering") == 1U);
    busy.install("NONE");
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST(done(reload), reload.message);
    BOOST_TEST(busy.serving() == 3);
    BOOST_TEST(busy.stop() == 1);  // code of the one that hangs is still running
    BOOST_TEST(holds(busy.host.process().errors(), "code of a plugin that was replaced is still running"));
}

BOOST_AUTO_TEST_CASE(a_drain_that_hangs_is_never_hidden_and_the_new_build_serves) {
    busy_host busy;
    busy.install("HANG_DRAIN");
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    busy.install("NONE");
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST(reload.code == 6);
    BOOST_TEST(holds(reload.message, "drain: org.example.fixture did not return from drain within 1000 ms"), reload.message);
    BOOST_TEST(holds(reload.message, "generation 2 is lingering"), reload.message);
    BOOST_TEST(busy.serving() == 3);
    BOOST_TEST(busy.listed_as("lingering") == 1U);
    busy.await_calls(20);
    BOOST_TEST(busy.stop() == 1);
}

BOOST_AUTO_TEST_CASE(a_drain_that_returns_late_is_ended_then) {
    busy_host busy;
    busy.install("SLOW_DRAIN");
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    busy.install("NONE");
    BOOST_TEST(busy.ctl({"plugin", "reload"}).code == 6);
    BOOST_TEST(busy.host.process().wait_for_error("org.example.fixture: generation 2 is gone at last"));
    BOOST_TEST(busy.listed_as("lingering") == 0U);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_stop_that_returns_late_is_ended_once) {
    busy_host busy;
    busy.install("SLOW_STOP");
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    busy.install("NONE");
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST(reload.code == 6);
    BOOST_TEST(holds(reload.message, "stop: org.example.fixture did not return from stop within 1300 ms"), reload.message);
    BOOST_TEST(busy.host.process().wait_for_error("org.example.fixture: generation 2 is gone at last"));
    BOOST_TEST(busy.listed_as("lingering") == 0U);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_candidate_that_ends_late_is_nobodys_predecessor) {
    busy_host busy;
    busy.install("SLOW_START");
    check_refused(busy, 1, "start: org.example.fixture did not return from start within 1800 ms");
    BOOST_TEST(busy.host.process().wait_for_error("org.example.fixture: generation 2 is gone at last"));
    BOOST_TEST(!holds(busy.host.process().errors(), told_that_it_is_gone));
    busy.install("NONE");
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    BOOST_TEST(busy.host.process().wait_for_error(told_that_it_is_gone));
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_call_that_throws_is_answered_with_500_and_the_host_goes_on) {
    busy_host busy;
    busy.install("THROW_CALLS");
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    http_client client(busy.host.port());
    const auto answer = client.request("GET", "/api/v2/failures/throw", {busy.host.authorization()});
    BOOST_TEST(answer.result_int() == 500U);
    BOOST_TEST(code_of(answer) == "internal.server.error");
    const auto show = busy.ctl({"plugin", "show"});
    BOOST_TEST(show.data.at("failed").to_number<int>() == 1);
    BOOST_TEST(holds(boost::json::value_to<std::string>(show.data.at("lastError")), "thrown by the fixture"));
    busy.install("NONE");
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_library_whose_thread_lives_on_is_not_unloaded) {
    busy_host busy;
    busy.install("THREAD_LEFT");
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    busy.install("NONE");
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST(reload.code == 6);
    BOOST_TEST(holds(reload.message, "destroy: org.example.fixture keeps 1 of its threads alive"), reload.message);
    BOOST_TEST(busy.listed_as("lingering") == 1U);
    BOOST_TEST(busy.serving() == 3);
    busy.await_calls(20);
    BOOST_TEST(busy.stop() == 1);
}

BOOST_AUTO_TEST_CASE(with_three_lingering_a_further_reload_is_refused) {
    busy_host busy;
    busy.install("HANG_START");
    for (int i = 0; i < 3; ++i) BOOST_TEST(busy.ctl({"plugin", "reload"}).code == 1);
    check_refused(busy, 5, "3 generations linger already; restart the host");
    BOOST_TEST(busy.stop() == 1);
}

BOOST_AUTO_TEST_CASE(a_truncated_library_and_a_file_that_is_none_are_refused) {
    busy_host busy;
    const auto whole = read_file(fixture_library("NONE"));
    const auto cut = busy.host.files().at("cut.so");
    for (const auto& content :
         {whole.substr(0, whole.size() / 2), whole.substr(0, 100), std::string(5000, 'x'), std::string()}) {
        write_file(cut, content);
        busy.host.files().write("manifest.json", fixture_manifest(cut));
        check_refused(busy, 5, "load: ");
    }
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_library_overwritten_in_place_changes_nothing_that_runs) {
    const fixture_files installed;
    const auto library = installed.at("installed.so");
    std::filesystem::copy_file(fixture_library("NONE"), library);
    busy_host busy;
    busy.host.files().write("manifest.json", fixture_manifest(library));
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    {
        std::ofstream in_place(library, std::ios::binary | std::ios::trunc);
        in_place << std::string(100'000, 'x');
    }
    busy.await_calls(200);
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST(reload.code == 5);
    BOOST_TEST(holds(reload.message, "checksum: "), reload.message);
    BOOST_TEST(holds(reload.message, "generation 2 keeps serving"), reload.message);
    busy.await_calls(20);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
