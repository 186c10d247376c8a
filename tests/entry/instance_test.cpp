// SPDX-License-Identifier: BSL-1.0
#include "entry/instance.hpp"

#include "entry/descriptor.hpp"
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "handlers/operations.hpp"
#include "held_plugin.hpp"
#include "storage/compatibility.hpp"
#include "storage/migration_runner.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

namespace extsrc::entry {
namespace {

const std::string no_organization = "acme";

const std::string create_source = "postExternalcontactsExternalsources";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(instances, testing::own_database)

BOOST_AUTO_TEST_CASE(the_descriptor_names_the_schema_this_build_has) {
    const auto schemas = storage::servable_schemas(storage::migrations());
    BOOST_TEST(descriptor().schema_version_min == static_cast<std::uint32_t>(schemas.oldest));
    BOOST_TEST(descriptor().schema_version_max == static_cast<std::uint32_t>(storage::newest_schema_version()));
    BOOST_TEST(std::string(descriptor().id) == "org.extsrc.external-sources");
}

BOOST_AUTO_TEST_CASE(creating_refuses_a_host_that_does_not_fit) {
    fake_host host("{}");
    const ccp_plugin_v1* made = nullptr;
    BOOST_TEST(descriptor().create(nullptr, &made) == CCP_E_ABI);
    auto wrong = host.table();
    wrong.header.magic = 0;
    BOOST_TEST(descriptor().create(&wrong, &made) == CCP_E_ABI);
    auto small = host.table();
    small.header.struct_size = sizeof(ccp_header);
    BOOST_TEST(descriptor().create(&small, &made) == CCP_E_ABI);
    BOOST_TEST((made == nullptr));
}

BOOST_AUTO_TEST_CASE(live_from_create_to_destroy) {
    held_plugin one(configured(url));
    BOOST_TEST_REQUIRE(one.start() == CCP_OK);
    BOOST_TEST(one.host.handlers.size() == handlers::operations().size());

    fake_response created;
    BOOST_TEST(one.request(create_source, R"({"name":"CRM"})", created) == CCP_OK);
    BOOST_TEST(created.body.find("\"CRM\"") != std::string::npos);
    fake_response refused;
    BOOST_TEST(one.request(create_source, R"({"name":"crm"})", refused) == CCP_OK);
    BOOST_TEST(refused.status == 409U);
    BOOST_TEST(refused.code == "general.conflict");
    BOOST_TEST(refused.details.at(0) == "name value.not.unique");
    BOOST_TEST(refused.body == "");

    const auto contact = one.resolve("i-1");
    BOOST_TEST(domain::contact_id::parse(contact).has_value());
    BOOST_TEST(one.resolve("i-2") == contact);
    BOOST_TEST(one.host.metrics["extsrc_resolved_interactions_total created"] == 1.0);
    BOOST_TEST(one.host.metrics["extsrc_resolved_interactions_total matched"] == 1.0);

    std::string detail;
    BOOST_TEST(one.health(detail) == CCP_OK);
    const auto newest = std::to_string(storage::newest_schema_version());
    BOOST_TEST(detail == "{\"database\":\"up\",\"schemaVersion\":" + newest + "}");
    BOOST_TEST(one.table->drain(one.table->self) == CCP_OK);
    BOOST_TEST(one.stop() == CCP_OK);
    BOOST_TEST(one.health(detail) == CCP_E_STATE);
}

BOOST_AUTO_TEST_CASE(the_limit_reaches_the_host) {
    held_plugin one(configured(url));
    BOOST_TEST_REQUIRE(one.start() == CCP_OK);
    fake_response last;
    for (int i = 0; i <= 10; ++i) one.request(create_source, R"({"name":"s)" + std::to_string(i) + "\"}", last);
    BOOST_TEST(last.status == 409U);
    BOOST_TEST(last.limit_key == "external.sources.active");
}

BOOST_AUTO_TEST_CASE(a_request_of_no_organization_is_the_hosts_mistake) {
    held_plugin one(configured(url));
    BOOST_TEST_REQUIRE(one.start() == CCP_OK);
    fake_response response;
    BOOST_TEST(one.request(create_source, R"({"name":"CRM"})", response, no_organization) == CCP_E_ARGUMENT);
    BOOST_TEST(one.host.error.find("organization_id") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(start_refuses_an_address_it_cannot_use_and_can_be_destroyed) {
    held_plugin secret("{\"database\":\"oracle://password=hunter2\"}");
    BOOST_TEST(secret.start() == CCP_E_CONFIG);
    BOOST_TEST(secret.host.error.find("hunter2") == std::string::npos);
    BOOST_TEST(secret.host.handlers.empty());
    held_plugin nothing("{}");
    BOOST_TEST(nothing.start() == CCP_E_CONFIG);
    const testing::temp_folder files;
    std::filesystem::create_directory(files.path() / "test.db");
    held_plugin folder(configured(files.database_url()));
    BOOST_TEST(folder.start() == CCP_E_UNAVAILABLE);
}

BOOST_AUTO_TEST_CASE(start_passes_on_what_the_registry_refuses) {
    held_plugin one(configured(url));
    one.host.registering = CCP_E_DENIED;
    BOOST_TEST(one.start() == CCP_E_DENIED);
}

BOOST_AUTO_TEST_CASE(health_says_why_when_the_database_is_away) {
    const testing::temp_folder files;
    held_plugin one(configured(files.database_url("gone/test.db")));
    BOOST_TEST_REQUIRE(one.start() == CCP_OK);
    std::filesystem::remove_all(files.path() / "gone");
    std::string detail;
    BOOST_TEST(one.health(detail) == CCP_E_UNAVAILABLE);
    BOOST_TEST(detail.find(R"("database":"down","reason":)") != std::string::npos, detail);
}

BOOST_AUTO_TEST_CASE(two_live_at_once_on_one_database) {
    held_plugin one(configured(url));
    held_plugin two(configured(url));
    BOOST_TEST_REQUIRE(one.start() == CCP_OK);
    BOOST_TEST_REQUIRE(two.start() == CCP_OK);
    BOOST_TEST(one.resolve("i-1") == two.resolve("i-2"));
    BOOST_TEST(one.stop() == CCP_OK);
    BOOST_TEST(two.resolve("i-1") == two.resolve("i-3"));
}

BOOST_AUTO_TEST_CASE(publish_what_changed_before_they_stop) {
    held_plugin one(configured(url));
    BOOST_TEST_REQUIRE(one.start() == CCP_OK);
    fake_response created;
    one.request(create_source, R"({"name":"CRM"})", created);
    const auto contact = "v2.externalcontacts.contacts." + one.resolve("i-1");
    BOOST_TEST(one.stop() == CCP_OK);
    const auto& topics = one.host.topics;
    BOOST_TEST(std::count(topics.begin(), topics.end(), contact) == 1);
    BOOST_TEST(std::count(topics.begin(), topics.end(), contact + ".unresolved") == 1);
    BOOST_TEST(std::any_of(topics.begin(), topics.end(),
                           [](const auto& topic) { return topic.starts_with("v2.externalcontacts.externalsources."); }));
    BOOST_TEST(one.host.metrics["extsrc_events_published_total"] == 3);
}

BOOST_AUTO_TEST_CASE(count_events_the_host_has_no_room_for) {
    held_plugin one(configured(url));
    one.host.publishing = CCP_E_BUSY;
    BOOST_TEST_REQUIRE(one.start() == CCP_OK);
    fake_response created;
    one.request(create_source, R"({"name":"CRM"})", created);
    BOOST_TEST(one.stop() == CCP_OK);
    BOOST_TEST(one.host.metrics["extsrc_events_dropped_total"] == 1);
    BOOST_TEST(one.host.metrics["extsrc_events_published_total"] == 0);
}

BOOST_AUTO_TEST_CASE(lose_count_of_no_event_when_the_stop_has_no_time) {
    held_plugin one(configured(url));
    BOOST_TEST_REQUIRE(one.start() == CCP_OK);
    fake_response created;
    for (int i = 0; i < 5; ++i) one.request(create_source, R"({"active":false,"name":"s)" + std::to_string(i) + "\"}", created);
    constexpr std::int64_t long_ago = 1;
    BOOST_TEST(one.table->stop(one.table->self, long_ago) == CCP_OK);
    BOOST_TEST(one.host.metrics["extsrc_events_dropped_total"] + one.host.metrics["extsrc_events_published_total"] == 5);
}

BOOST_AUTO_TEST_CASE(end_a_sweep_when_they_are_drained) {
    held_plugin one(configured(url));
    BOOST_TEST_REQUIRE(one.start() == CCP_OK);
    one.resolve("i-1");
    BOOST_TEST(one.table->drain(one.table->self) == CCP_OK);
    std::string report;
    BOOST_TEST(one.run_task("expiry", report) == CCP_OK);
    BOOST_TEST(report == R"({"removed":0})");
    BOOST_TEST(one.stop() == CCP_OK);
}

BOOST_AUTO_TEST_CASE(remove_expired_contacts_when_the_host_says_so) {
    held_plugin one(configured(url));
    std::string report;
    BOOST_TEST(one.run_task("expiry", report) == CCP_E_STATE);
    BOOST_TEST_REQUIRE(one.start() == CCP_OK);
    one.resolve("i-1");  // in 1970, by the clock of interactions
    BOOST_TEST(one.run_task("expiry", report) == CCP_OK);
    BOOST_TEST(report == R"({"removed":1})");
    BOOST_TEST(one.run_task("spring-cleaning", report) == CCP_E_NOT_FOUND);
    BOOST_TEST(one.stop() == CCP_OK);
}

BOOST_AUTO_TEST_CASE(offer_no_extension_but_tasks) {
    held_plugin one(configured(url));
    BOOST_TEST((one.table->get_extension(one.table->self, "ccp.other/1") == nullptr));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::entry
