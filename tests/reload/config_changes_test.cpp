// SPDX-License-Identifier: BSL-1.0
// The host's configuration file, changed while the host serves.
#include "support/held_start.hpp"
#include "support/operations.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using namespace ccphost::test;

// "path takesEffectBy result" of a row; without the result for a diff.
std::string line(const boost::json::value& row) {
    auto text = text_at(row, "/path") + ", " + text_at(row, "/takesEffectBy");
    if (row.as_object().contains("result")) text += ", " + text_at(row, "/result");
    return text;
}

std::vector<std::string> lines(const ctl_answer& answer) {
    std::vector<std::string> all;
    for (const auto& row : answer.data.as_array()) all.push_back(line(row));
    return all;
}

void check(const ctl_answer& answer, const std::vector<std::string>& expected) {
    BOOST_TEST(answer.code == 0, answer.message);
    BOOST_TEST(lines(answer) == expected, boost::test_tools::per_element());
}

void set_pool(const busy_host& busy, int size) {
    edit_config(busy.host, "/plugins/0/config/pool", {{"size", size}});
}

void set_manifest(const busy_host& busy, const std::string& name) {
    edit_config(busy.host, "/plugins/0/manifest", boost::json::value(busy.host.files().at(name).string()));
}

std::int64_t pool(const busy_host& busy) {
    return number_at(shown(busy.host), "/health/detail/pool");
}

std::int64_t snapshot(const busy_host& busy) {
    return number_at(shown(busy.host), "/configSnapshot");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(config_changes)

BOOST_AUTO_TEST_CASE(a_diff_tells_what_each_change_takes) {
    busy_host busy;
    check(busy.ctl({"config", "diff"}), {});
    set_pool(busy, 20);
    edit_config(busy.host, "/plugins/0/taskSeconds", {{"count", 60}});
    edit_config(busy.host, "/log", {{"level", "debug"}});
    edit_config(busy.host, "/lifecycle/drainMilliseconds", 1);
    check(busy.ctl({"config", "diff"}), {"plugins[0].config.pool, config reload", "plugins[0].taskSeconds, plugin reload",
                                         "lifecycle.drainMilliseconds, restart", "log, restart"});
    BOOST_TEST(pool(busy) == 10);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_plugin_takes_over_its_configuration_while_it_runs) {
    busy_host busy;
    set_pool(busy, 20);
    check(busy.ctl({"config", "reload"}), {"plugins[0].config.pool, config reload, taken over"});
    BOOST_TEST(pool(busy) == 20);
    BOOST_TEST(snapshot(busy) == 2);
    BOOST_TEST(busy.serving() == 1);
    check(busy.ctl({"config", "diff"}), {});
    check(busy.ctl({"config", "reload"}), {});
    BOOST_TEST(snapshot(busy) == 2);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_configuration_that_is_taken_out_is_taken_out_once) {
    busy_host busy({}, {{"config", {{"pool", {{"size", 30}}}}}});
    BOOST_TEST(pool(busy) == 30);
    auto config = boost::json::parse(read_file(busy.host.files().at("host.json")));
    config.at("plugins").at(0).as_object().erase("config");
    busy.host.files().write("host.json", config);
    check(busy.ctl({"config", "reload"}), {"plugins[0].config, config reload, taken over"});
    BOOST_TEST(pool(busy) == 10);
    check(busy.ctl({"config", "diff"}), {});
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_refused_configuration_leaves_the_old_in_force) {
    busy_host busy;
    set_pool(busy, 101);
    const auto by_plugin = busy.ctl({"config", "reload"});
    BOOST_TEST(by_plugin.code == 1);
    BOOST_TEST(holds(by_plugin.message, "the pool cannot be larger than 100"), by_plugin.message);
    BOOST_TEST(holds(by_plugin.message, "generation 1 keeps serving"), by_plugin.message);
    BOOST_TEST(line(by_plugin.data.at(0)) == "plugins[0].config.pool, config reload, failed");
    set_pool(busy, 0);
    const auto by_schema = busy.ctl({"config", "reload"});
    BOOST_TEST(by_schema.code == 5);
    BOOST_TEST(holds(by_schema.message, "configuration: org.example.fixture"), by_schema.message);
    write_file(busy.host.files().at("host.json"), "{");
    for (const auto* command : {"diff", "reload"}) {
        const auto unreadable = busy.ctl({"config", command});
        BOOST_TEST(unreadable.code == 5);
        BOOST_TEST(holds(unreadable.message, "host configuration: "), unreadable.message);
    }
    BOOST_TEST(pool(busy) == 10);
    BOOST_TEST(snapshot(busy) == 1);
    busy.await_calls(20);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_build_without_configure_takes_it_over_by_a_plugin_reload) {
    busy_host busy;
    busy.install("NO_CONFIGURE");
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    set_pool(busy, 20);
    check(busy.ctl({"config", "reload"}), {"plugins[0].config.pool, config reload, after a plugin reload"});
    BOOST_TEST(pool(busy) == 10);
    BOOST_TEST(snapshot(busy) == 1);
    BOOST_TEST(holds(text_at(shown(busy.host), "/lastOperation"), "configure org.example.fixture for uid "));
    BOOST_TEST(holds(text_at(shown(busy.host), "/lastOperation"), ": deferred in "));
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    BOOST_TEST(pool(busy) == 20);
    BOOST_TEST(snapshot(busy) == 2);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_plugin_reload_takes_what_a_config_reload_took_in) {
    busy_host busy;
    edit_config(busy.host, "/plugins/0/taskSeconds", {{"count", 60}});
    edit_config(busy.host, "/plugins/0/watch", true);
    check(busy.ctl({"config", "reload"}),
          {"plugins[0].taskSeconds, plugin reload, after a plugin reload", "plugins[0].watch, config reload, taken over"});
    BOOST_TEST(number_at(busy.ctl({"task", "list"}).data, "/0/everySeconds") == 3600);
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    BOOST_TEST(number_at(busy.ctl({"task", "list"}).data, "/0/everySeconds") == 60);
    check(busy.ctl({"config", "diff"}), {});
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(another_manifest_in_the_file_is_served_after_a_plugin_reload) {
    busy_host busy;
    auto manifest = fixture_manifest(fixture_library("OTHER_VERSION"));
    manifest["version"] = "2.0.0";
    busy.host.files().write("other.json", manifest);
    set_manifest(busy, "bystander.json");
    BOOST_TEST(busy.ctl({"config", "reload"}).code == 5);  // there is no such file
    set_manifest(busy, "other.json");
    check(busy.ctl({"config", "reload"}), {"plugins[0].manifest, plugin reload, after a plugin reload"});
    BOOST_TEST(text_at(shown(busy.host), "/version") == "1.2.3");
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    BOOST_TEST(text_at(shown(busy.host), "/version") == "2.0.0");
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_plugin_reload_carries_what_is_in_force_and_not_what_the_file_says) {
    busy_host busy;
    set_pool(busy, 20);
    BOOST_TEST(busy.ctl({"config", "reload"}).code == 0);
    set_pool(busy, 30);
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    BOOST_TEST(pool(busy) == 20);
    BOOST_TEST(snapshot(busy) == 2);
    check(busy.ctl({"config", "diff"}), {"plugins[0].config.pool.size, config reload"});
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(during_an_operation_on_plugins_nothing_is_taken_over) {
    const held_start held;
    busy_host busy(held_start::patience());
    busy.install("HELD_START");
    child_process slow(ctl_command(busy.host, {"plugin", "reload"}));
    BOOST_TEST_REQUIRE(busy.host.process().wait_for_error(held_start::reached));
    set_pool(busy, 20);
    const auto meanwhile = busy.ctl({"config", "reload"});
    BOOST_TEST(meanwhile.code == 4);
    BOOST_TEST(holds(meanwhile.message, "another operation on plugins is in progress"), meanwhile.message);
    held.let_go();
    BOOST_TEST(slow.wait() == 1);
    BOOST_TEST(pool(busy) == 10);
    check(busy.ctl({"config", "reload"}), {"plugins[0].config.pool, config reload, taken over"});
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(no_value_is_ever_printed) {
    busy_host busy;
    edit_config(busy.host, "/plugins/0/config/password", "of-the-database");
    edit_config(busy.host, "/clients/1/secret", "of-the-client");
    edit_config(busy.host, "/clients/0/id", "of-the-admin");
    for (const auto* command : {"diff", "reload"}) {
        const auto told = run(ctl_command(busy.host, {"config", command}));
        BOOST_TEST(holds(told.output, "plugins[0].config.password"), told.output);
        BOOST_TEST(!holds(told.output + told.errors, "of-the-"), told.output + told.errors);
    }
    BOOST_TEST(!holds(busy.host.process().errors(), "of-the-"));
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
