// SPDX-License-Identifier: BSL-1.0
#include "control/control_client.hpp"
#include "support/fixture_host.hpp"
#include "support/text.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <csignal>

namespace {

using namespace ccphost::test;
namespace json = boost::json;

struct serving {
    fixture_host host;

    serving() = default;
    explicit serving(json::object intervals) : host({}, {{"taskSeconds", std::move(intervals)}}) {}

    [[nodiscard]] std::vector<std::string> command(std::vector<std::string> arguments) const {
        std::vector<std::string> whole{CCP_HOST_PATH, "ctl", "--socket", host.files().at("control.sock").string()};
        whole.insert(whole.end(), arguments.begin(), arguments.end());
        return whole;
    }
    [[nodiscard]] finished ctl(std::vector<std::string> arguments) const { return run(command(std::move(arguments))); }

    [[nodiscard]] json::value listed(const std::string& name) const {
        const auto reply = json::parse(ctl({"task", "list", "--json"}).output);
        for (const auto& each : reply.at("data").as_array()) {
            if (each.at("name").as_string() == name) return each;
        }
        return {};
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(tasks)

BOOST_FIXTURE_TEST_CASE(tasks_are_listed_and_run_on_request, serving) {
    const auto before = listed("count");
    BOOST_TEST(before.at("plugin").as_string() == "org.example.fixture");
    BOOST_TEST(before.at("everySeconds").as_int64() == 3600);
    BOOST_TEST(before.at("lastRun").is_null());
    const auto ran = ctl({"task", "run", "count", "--json"});
    BOOST_TEST(ran.code == 0);
    BOOST_TEST(json::parse(ran.output).at("data").at("report").at("runs").as_int64() == 1);
    const auto again = ctl({"task", "run", "count", "--plugin", "org.example.fixture"});
    BOOST_TEST(holds(again.output, "report: {\"runs\":2}"), again.output);
    const auto after = listed("count");
    BOOST_TEST(after.at("lastRun").is_string());
    BOOST_TEST(after.at("lastOutcome").as_string() == "ok");
    BOOST_TEST(after.at("nextRun").as_string() > after.at("lastRun").as_string());
    BOOST_TEST(holds(ctl({"task", "list"}).output, "NAME     PLUGIN"));
    BOOST_TEST(holds(ctl({"metrics"}).output, "outcome=\"ok\""));
}

BOOST_FIXTURE_TEST_CASE(a_failing_task_tells_why, serving) {
    const auto failed = ctl({"task", "run", "fail"});
    BOOST_TEST(failed.code == 1);
    BOOST_TEST(holds(failed.errors, "the archive is away"), failed.errors);
    BOOST_TEST(listed("fail").at("lastOutcome").as_string() == "unavailable");
    BOOST_TEST(host.process().wait_for_error("task fail failed: CCP_E_UNAVAILABLE (-61): the archive is away"));
    const auto unknown = ctl({"task", "run", "nothing"});
    BOOST_TEST(unknown.code == 1);
    BOOST_TEST(holds(unknown.errors, "no running plugin has the task \"nothing\""), unknown.errors);
    BOOST_TEST(ctl({"task", "run", "count", "--plugin", "org.example.other"}).code == 1);
    BOOST_TEST(ctl({"task", "run"}).code == 2);
}

BOOST_FIXTURE_TEST_CASE(a_task_under_way_is_busy, serving) {
    child_process first(command({"task", "run", "hold"}));
    BOOST_REQUIRE(host.process().wait_for_error("task hold entered"));
    const auto second = ctl({"task", "run", "hold"});
    BOOST_TEST(second.code == 4);
    BOOST_TEST(listed("hold").at("lastRun").is_null());  // what was refused is no run
    BOOST_TEST(ctl({"task", "run", "release"}).code == 0);
    BOOST_TEST(first.wait() == 0);
    BOOST_TEST(listed("hold").at("lastOutcome").as_string() == "ok");
}

BOOST_FIXTURE_TEST_CASE(other_commands_answer_while_tasks_run, serving) {
    const child_process one(command({"task", "run", "hold"}));
    const child_process other(command({"task", "run", "insist"}));
    BOOST_REQUIRE(host.process().wait_for_error("task hold entered"));
    BOOST_REQUIRE(host.process().wait_for_error("task insist entered"));
    const auto reply = ccphost::ask(host.files().at("control.sock"), {1, "health", {}}, std::chrono::seconds(10));
    BOOST_TEST((reply.code == ccphost::control_code::ok), reply.message);
}

BOOST_AUTO_TEST_CASE(tasks_run_when_they_are_due_and_failures_are_tried_again) {
    serving at({{"count", 1}, {"fail", 1}});
    BOOST_TEST(at.host.process().wait_for_error("task count: {\"runs\": 2}"));
    BOOST_TEST(at.host.process().wait_for_error("task fail failed"));
    BOOST_TEST(at.listed("count").at("everySeconds").as_int64() == 1);
    BOOST_TEST(at.listed("count").at("lastOutcome").as_string() == "ok");
    BOOST_TEST(at.listed("hold").at("lastRun").is_null());
}

BOOST_FIXTURE_TEST_CASE(a_stop_waits_for_a_task_and_for_no_interval, serving) {
    child_process waiting(command({"task", "run", "hold"}));
    BOOST_REQUIRE(host.process().wait_for_error("task hold entered"));
    host.process().signal(SIGTERM);
    BOOST_TEST(waiting.wait() == 0);  // the fixture lets go when it drains
    BOOST_TEST(host.process().wait() == 0);
}

BOOST_AUTO_TEST_CASE(a_stop_ends_a_run_that_was_due) {
    serving at({{"hold", 1}});
    BOOST_REQUIRE(at.host.process().wait_for_error("task hold entered"));
    at.host.process().signal(SIGTERM);
    BOOST_TEST(at.host.process().wait() == 0);
}

BOOST_AUTO_TEST_CASE(a_task_that_does_not_heed_drain_cannot_keep_the_host) {
    serving by_timer({{"insist", 1}});
    serving by_operator;
    const child_process waiting(by_operator.command({"task", "run", "insist"}));
    for (auto* each : {&by_timer, &by_operator}) BOOST_REQUIRE(each->host.process().wait_for_error("task insist entered"));
    const auto begun = std::chrono::steady_clock::now();
    for (auto* each : {&by_timer, &by_operator}) each->host.process().signal(SIGTERM);
    for (auto* each : {&by_timer, &by_operator}) {
        BOOST_TEST(each->host.process().wait() == 1);
        BOOST_TEST(holds(each->host.process().errors(), "drain: org.example.fixture still has 1 calls in flight"));
    }
    BOOST_TEST((std::chrono::steady_clock::now() - begun < std::chrono::seconds(20)));  // 12 s on an idle machine
}

BOOST_AUTO_TEST_CASE(an_interval_for_a_task_that_is_none_is_refused) {
    const fixture_files files;
    auto config = files.config();
    config["plugins"].as_array()[0].as_object()["taskSeconds"] = {{"cuont", 5}};
    files.write("host.json", config);
    const auto checked = run({CCP_HOST_PATH, "ctl", "config", "check", files.at("host.json").string()});
    BOOST_TEST(checked.code == 5);
    BOOST_TEST(holds(checked.errors, "org.example.fixture: taskSeconds.cuont names no task of the plugin"), checked.errors);
}

BOOST_AUTO_TEST_SUITE_END()
