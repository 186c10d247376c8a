// SPDX-License-Identifier: BSL-1.0
// Plugins that come and go while the host serves.
#include "support/operations.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <csignal>

namespace {

using namespace ccphost::test;

// A host beside which another plugin's manifest lies.
struct two_plugins {
    busy_host busy;
    std::string bystander = busy.host.files().at("bystander.json").string();

    two_plugins() {
        auto manifest = fixture_manifest(fixture_library("BYSTANDER"));
        manifest["id"] = "org.example.bystander";
        for (const char* list : {"handlers", "topics", "tasks", "hooks"}) manifest[list] = boost::json::array();
        busy.host.files().write("bystander.json", manifest);
    }
};

unsigned status_of_call(const fixture_host& host) {
    return http_client(host.port()).request("GET", "/api/v2/things/1", {host.authorization()}).result_int();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(load_unload)

BOOST_FIXTURE_TEST_CASE(a_further_plugin_is_loaded_and_what_is_not_safe_to_unload_stays_pinned, two_plugins) {
    const auto load = busy.ctl({"plugin", "load", bystander});
    BOOST_TEST_REQUIRE(load.code == 0, load.message);
    BOOST_TEST(load.data.at("from").is_null());
    BOOST_TEST(number_at(load.data, "/to/generation") == 2);
    BOOST_TEST(busy.listed_as("running") == 2U);
    const auto which = busy.ctl({"plugin", "reload"});
    BOOST_TEST(which.code == 1);
    BOOST_TEST(holds(which.message, "say which plugin: not exactly one is loaded"), which.message);
    BOOST_TEST(done(busy.ctl({"plugin", "reload", "org.example.fixture"})));
    const auto unload = busy.ctl({"plugin", "unload", "org.example.bystander"});
    BOOST_TEST(unload.code == 6);
    BOOST_TEST(holds(unload.message, "org.example.bystander is not marked as safe to unload"), unload.message);
    BOOST_TEST(holds(unload.message, "generation 2 is pinned"), unload.message);
    BOOST_TEST(unload.data.at("to").is_null());
    BOOST_TEST(busy.listed_as("pinned") == 1U);
    BOOST_TEST(busy.ctl({"plugin", "show", "org.example.bystander"}).code == 1);
    BOOST_TEST(busy.ctl({"plugin", "load", bystander}).code == 0);  // as another copy
    BOOST_TEST(busy.stop() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_plugin_that_conflicts_is_refused, two_plugins) {
    const auto twice = busy.ctl({"plugin", "load", busy.host.files().at("manifest.json").string()});
    BOOST_TEST(twice.code == 5);
    BOOST_TEST(holds(twice.message, "manifest: org.example.fixture is loaded already"), twice.message);
    auto other = fixture_manifest(fixture_library("OTHER_ID"));
    other["id"] = "org.example.other";
    busy.host.files().write("other.json", other);
    const auto hook = busy.ctl({"plugin", "load", busy.host.files().at("other.json").string()});
    BOOST_TEST(hook.code == 5);
    BOOST_TEST(holds(hook.message, "org.example.other and org.example.fixture both bring the identity hook"), hook.message);
    other["hooks"] = boost::json::array();
    busy.host.files().write("other.json", other);
    const auto route = busy.ctl({"plugin", "load", busy.host.files().at("other.json").string()});
    BOOST_TEST(route.code == 5);
    BOOST_TEST(holds(route.message, "both serve GET /api/v2/things/{thingId}"), route.message);
    BOOST_TEST(busy.listed_as("running") == 1U);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_configuration_can_be_given_and_must_fit, two_plugins) {
    const auto file = busy.host.files().at("bystander-config.json").string();
    write_file(file, R"({"pool":{"size":0}})");
    const auto unfit = busy.ctl({"plugin", "load", bystander, "--config", file});
    BOOST_TEST(unfit.code == 5);
    BOOST_TEST(holds(unfit.message, "configuration: org.example.bystander"), unfit.message);
    write_file(file, R"({"pool":{"size":1}})");
    BOOST_TEST(busy.ctl({"plugin", "load", bystander, "--config", file}).code == 0);
    BOOST_TEST(busy.ctl({"plugin", "load", bystander, "--config", file + ".absent"}).code == 2);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(the_plugin_with_the_hook_is_unloaded_only_by_force_and_the_host_lives) {
    fixture_host host;
    const auto refused = ctl(host, {"plugin", "unload"});
    BOOST_TEST(refused.code == 5);
    BOOST_TEST(holds(refused.message, "brings the identity hook: without it no interaction is resolved"), refused.message);
    BOOST_TEST(holds(refused.message, "generation 1 keeps serving"), refused.message);
    BOOST_TEST(!holds(run(ctl_command(host, {"plugin", "unload"})).output, "-> none"));
    BOOST_TEST(status_of_call(host) == 200U);
    const auto forced = ctl(host, {"plugin", "unload", "--force"});
    BOOST_TEST(done(forced), forced.message);
    BOOST_TEST(forced.data.at("to").is_null());
    BOOST_TEST(status_of_call(host) == 404U);
    BOOST_TEST(ctl(host, {"task", "list"}).data.as_array().empty());
    BOOST_TEST(ctl(host, {"health"}).code == 0);
    const auto back = ctl(host, {"plugin", "load", host.files().at("manifest.json").string()});
    BOOST_TEST(back.code == 0, back.message);
    BOOST_TEST(status_of_call(host) == 200U);
    host.process().signal(SIGTERM);
    BOOST_TEST(host.process().wait() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
