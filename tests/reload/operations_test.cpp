// SPDX-License-Identifier: BSL-1.0
// What operators ask for, what they are told of it, and how they go back. Calls go on all the time, and none may fail.
#include "support/operations.hpp"

#include "support/held_start.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <unistd.h>

#include <filesystem>

namespace {

using namespace ccphost::test;
using names = std::vector<std::string>;

const names all_steps{"manifest", "stage", "checksum", "load",    "negotiate", "create", "start", "health",
                      "switch",   "drain", "stop",     "destroy", "unload",    "verify", "settle"};

names steps_of(const ctl_answer& operation) {
    names steps;
    for (const auto& each : operation.data.at("steps").as_array()) steps.push_back(text_at(each, "/step"));
    return steps;
}

std::string actor() {
    return "uid " + std::to_string(::getuid());
}

// A reload that goes on until it is let go.
struct slow_reload {
    child_process process;

    explicit slow_reload(busy_host& busy) : process(ctl_command(busy.host, {"plugin", "reload"})) {
        BOOST_REQUIRE(busy.host.process().wait_for_error(held_start::reached));
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(operations)

BOOST_AUTO_TEST_CASE(a_reload_tells_programs_every_step_in_order) {
    busy_host busy;
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST_REQUIRE(done(reload), reload.message);
    BOOST_TEST(steps_of(reload) == all_steps, boost::test_tools::per_element());
    double sum = 0;
    for (const auto& each : reload.data.at("steps").as_array()) sum += each.at("milliseconds").to_number<double>();
    const auto whole = reload.data.at("milliseconds").to_number<double>();
    BOOST_TEST(sum <= whole + 1);
    BOOST_TEST(sum > whole / 2);
    BOOST_TEST(text_at(reload.data, "/outcome") == "done");
    BOOST_TEST(number_at(reload.data, "/from/generation") == 1);
    BOOST_TEST(number_at(reload.data, "/to/generation") == 2);
    BOOST_TEST(busy.host.process().wait_for_error("fixture: predecessor gone"));
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_reload_tells_people_every_step_with_its_time) {
    busy_host busy;
    busy.install("OTHER_VERSION", "2.0.0");
    const auto reload = run(ctl_command(busy.host, {"plugin", "reload"}));
    BOOST_TEST(reload.output.starts_with("reload org.example.fixture: done in "), reload.output);
    BOOST_TEST(holds(reload.output, " ms\ngeneration 1 (1.2.3) -> 2 (2.0.0)\n  manifest   "), reload.output);
    std::size_t at = 0;
    for (const auto& step : all_steps) {
        const auto found = reload.output.find("\n  " + step + " ", at);
        BOOST_TEST(found != std::string::npos, step << " in " << reload.output);
        at = found + 1;
    }
    BOOST_TEST(holds(reload.output, " in flight\n"), reload.output);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_plugin_without_predecessor_gone_has_nothing_to_settle) {
    busy_host busy;
    busy.install("OLDER_MINOR");
    auto expected = all_steps;
    expected.pop_back();
    BOOST_TEST(steps_of(busy.ctl({"plugin", "reload"})) == expected, boost::test_tools::per_element());
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(list_and_show_tell_what_serves_now) {
    busy_host busy;
    busy.await_calls(10);
    const auto before = shown(busy.host);
    BOOST_TEST(number_at(before, "/served") >= 8);
    BOOST_TEST(before.at("lastOperation").is_null());
    busy.install("OTHER_VERSION", "2.0.0");
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    const auto row = busy.ctl({"plugin", "list"}).data.as_array().at(0);
    BOOST_TEST(text_at(row, "/version") == "2.0.0");
    BOOST_TEST(number_at(row, "/generation") == 2);
    BOOST_TEST(text_at(row, "/state") == "running");
    BOOST_TEST(number_at(row, "/uptimeSeconds") <= number_at(before, "/uptimeSeconds") + 60);
    BOOST_TEST(number_at(row, "/inFlight") <= 2);
    const auto after = shown(busy.host);
    BOOST_TEST(number_at(after, "/failed") == 0);
    BOOST_TEST(after.at("lastError").is_null());
    BOOST_TEST(text_at(after, "/library") == fixture_library("OTHER_VERSION").string());
    BOOST_TEST(text_at(after, "/staged") != text_at(before, "/staged"));
    BOOST_TEST(std::filesystem::exists(text_at(before, "/staged")));  // kept, to go back to
    BOOST_TEST(text_at(after, "/sha256") != text_at(before, "/sha256"));
    const auto start = "reload org.example.fixture for " + actor() + ", generation 1 (1.2.3) -> 2 (2.0.0): done in ";
    BOOST_TEST(text_at(after, "/lastOperation").starts_with(start), text_at(after, "/lastOperation"));
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_second_operation_meanwhile_is_busy) {
    const held_start held;
    busy_host busy(held_start::patience());
    busy.install("HELD_START");
    slow_reload first(busy);
    for (const names& second : {names{"plugin", "reload"}, {"plugin", "rollback"}, {"plugin", "unload", "--force"}}) {
        const auto refused = busy.ctl(second);
        BOOST_TEST(refused.code == 4);
        BOOST_TEST(refused.message == "another operation on plugins is in progress");
    }
    BOOST_TEST(busy.ctl({"plugin", "list"}).code == 0);
    held.let_go();
    BOOST_TEST(first.process.wait() == 1);
    BOOST_TEST(busy.ctl({"plugin", "history"}).data.as_array().size() == 1U);  // what was busy did nothing
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(without_waiting_the_answer_comes_at_once_and_the_result_is_in_the_history) {
    const held_start held;
    busy_host busy(held_start::patience());
    busy.install("HELD_START");
    const auto accepted = busy.ctl({"plugin", "reload", "--no-wait"});
    BOOST_TEST(accepted.code == 0);
    BOOST_TEST(busy.host.process().wait_for_error(held_start::reached));
    BOOST_TEST(busy.ctl({"plugin", "history"}).data.as_array().empty());
    busy.install("OTHER_VERSION", "2.0.0");
    BOOST_TEST(busy.ctl({"plugin", "reload", "--no-wait"}).code == 0);  // takes its turn
    held.let_go();
    const auto done = "for " + actor() + ", generation 1 (1.2.3) -> 3 (2.0.0)";
    BOOST_TEST(busy.host.process().wait_for_error(done));
    const auto history = busy.ctl({"plugin", "history"}).data;
    BOOST_TEST_REQUIRE(history.as_array().size() == 2U);
    BOOST_TEST(text_at(history, "/0/outcome") == "failed");
    BOOST_TEST(text_at(history, "/0/actor") == actor());
    BOOST_TEST(number_at(history, "/1/to") == 3);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(the_history_keeps_the_last_twenty_with_the_newest_last) {
    busy_host busy;
    for (int i = 0; i < 20; ++i) BOOST_TEST(busy.ctl({"plugin", "rollback"}).code == 5);
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    const auto history = busy.ctl({"plugin", "history"}).data;
    BOOST_TEST_REQUIRE(history.as_array().size() == 20U);
    BOOST_TEST(text_at(history, "/0/operation") == "rollback");
    BOOST_TEST(text_at(history, "/0/outcome") == "refused");
    BOOST_TEST(text_at(history, "/19/operation") == "reload");
    BOOST_TEST(text_at(history, "/19/actor") == actor());
    BOOST_TEST(number_at(history, "/19/from") == 1);
    BOOST_TEST(number_at(history, "/19/to") == 2);
    const auto people = run(ctl_command(busy.host, {"plugin", "history"})).output;
    BOOST_TEST(holds(people, "  OPERATION  PLUGIN               FROM  TO  OUTCOME  MILLISECONDS  MESSAGE\n"), people);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_rollback_goes_to_the_former_build_and_forward_again) {
    busy_host busy;
    const auto none = busy.ctl({"plugin", "rollback"});
    BOOST_TEST(none.code == 5);
    BOOST_TEST(holds(none.message, "there is no former build of org.example.fixture to go back to"), none.message);
    busy.install("OTHER_VERSION", "2.0.0");
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    for (const auto* version : {"1.2.3", "2.0.0", "1.2.3"}) {
        const auto rollback = busy.ctl({"plugin", "rollback"});
        BOOST_TEST_REQUIRE(done(rollback), rollback.message);
        BOOST_TEST(text_at(rollback.data, "/to/version") == version);
        BOOST_TEST(text_at(shown(busy.host), "/version") == version);
        busy.await_calls(20);
    }
    BOOST_TEST(busy.serving() == 5);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(paths_are_relative_to_where_ctl_is_called) {
    busy_host busy;
    const temporary_directory elsewhere;
    std::filesystem::copy_file(fixture_library("OTHER_VERSION"), elsewhere.path() / "moved.so");
    auto manifest = fixture_manifest(fixture_library("OTHER_VERSION"));
    manifest["version"] = "2.0.0";
    set_at(manifest.at("library"), "/file", "not-there.so");
    write_file(elsewhere.path() / "other.json", boost::json::serialize(manifest));
    auto command = ctl_command(busy.host, {"plugin", "reload", "--path", "other.json", "--library", "./moved.so"});
    command.insert(command.begin(), {"/usr/bin/env", "-C", elsewhere.path().string()});
    const auto reload = run(command);
    BOOST_TEST(reload.code == 0, reload.errors);
    BOOST_TEST(text_at(shown(busy.host), "/manifest") == (elsewhere.path() / "other.json").string());
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));  // they hold from then on
    BOOST_TEST(text_at(shown(busy.host), "/version") == "2.0.0");
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_manifest_that_everybody_may_write_is_refused) {
    busy_host busy;
    std::filesystem::permissions(busy.host.files().at("manifest.json"), std::filesystem::perms::others_write,
                                 std::filesystem::perm_options::add);
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST(reload.code == 5);
    BOOST_TEST(holds(reload.message, "may be written by everybody; take that permission away"), reload.message);
    BOOST_TEST(busy.serving() == 1);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(an_unknown_plugin_is_told) {
    busy_host busy;
    for (const auto* operation : {"reload", "rollback", "unload"}) {
        const auto unknown = busy.ctl({"plugin", operation, "org.example.nobody"});
        BOOST_TEST(unknown.code == 1);
        BOOST_TEST(holds(unknown.message, "no plugin \"org.example.nobody\" is loaded"), unknown.message);
    }
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(operations_are_counted_by_outcome) {
    busy_host busy;
    BOOST_TEST(busy.ctl({"plugin", "rollback"}).code == 5);
    const auto metrics = boost::json::value_to<std::string>(busy.ctl({"metrics"}).data);
    const std::string series = "ccp_host_plugin_operations_total{operation=\"rollback\",outcome=\"refused\",plugin=\"";
    BOOST_TEST(holds(metrics, series + "org.example.fixture\"} 1\n"), metrics);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
