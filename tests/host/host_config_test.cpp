// SPDX-License-Identifier: BSL-1.0
#include "host_config.hpp"

#include "support/child_process.hpp"
#include "support/fixture_host.hpp"

#include <boost/json.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdlib>

namespace {

namespace json = boost::json;

struct fault {
    const char* pointer;
    const char* value;
    const char* expected;
};
std::ostream& operator<<(std::ostream& to, const fault& each) {
    return to << each.pointer << " = " << each.value;
}

const fault faults[] = {
    {"/listen/port", "70000", "listen.port must be a whole number from 0 to 65535"},
    {"/listen/prot", "1", "listen.prot is not known"},
    {"/control", "\"\"", "control must not be empty"},
    {"/log", "{\"level\":\"loud\"}", "log.level must be trace"},
    {"/limits", "{\"bodyBytes\":0}", "limits.bodyBytes must be a whole number from 1"},
    {"/limits", "{\"jsonDepth\":3}", "limits.jsonDepth is not known"},
    {"/limits", "{\"workers\":\"4\"}", "limits.workers must be a whole number"},
    {"/tokenSeconds", "0", "tokenSeconds must be"},
    {"/rateLimit", "{}", "rateLimit.requestsPerMinute is missing"},
    {"/admin", "{\"enabled\":1}", "admin.enabled must be"},
    {"/admin", "{\"secureCookie\":true}", "admin.secureCookie is not known"},
    {"/plugins", "{}", "plugins must be an array"},
    {"/plugins/0/manifest", "1", "plugins[0].manifest must be a string"},
    {"/plugins/0/confg", "{}", "plugins[0].confg is not known"},
    {"/plugins/0/config", "1", "plugins[0].config must be an object"},
    {"/plugins/0/taskSeconds", "1", "plugins[0].taskSeconds must be an object"},
    {"/plugins/0/taskSeconds", "{\"t\":0}", "plugins[0].taskSeconds.t must be a whole number from 1"},
    {"/limits", "{\"heartbeatSeconds\":0}", "limits.heartbeatSeconds must be a whole number from 1"},
    {"/limits", "{\"streamEvents\":0}", "limits.streamEvents must be a whole number from 1"},
    {"/clients/0/organization", "\"x\"", "clients[0].organization must be a UUID"},
    {"/clients/0/permissions", "[\"a:b\"]", "clients[0].permissions: \"a:b\" is not of the form"},
    {"/clients/0/secretEnv", "\"X\"", "clients[0].secret must be given by exactly one of"},
    {"/clients/0/secret", "\"\"", "clients[0].secret must not be empty"},
    {"/clients/1/id", "\"admin\"", "clients[1].id repeats admin"},
    {"/clients/0/id", "\"a:b\"", "clients[0].id must not hold a colon"},
    {"/extra", "1", "extra is not known"},
};

json::object sound() {
    return ccphost::test::fixture_config("m.json", "c.sock");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(host_config)

BOOST_DATA_TEST_CASE(every_error_names_the_key, faults) {
    json::value document = sound();
    ccphost::test::set_at(document, sample.pointer, json::parse(sample.value));
    const auto parsed = ccphost::parse_host_config(document);
    BOOST_REQUIRE(!parsed);
    BOOST_TEST(parsed.error().text().find(sample.expected) != std::string::npos, parsed.error().text());
}

BOOST_AUTO_TEST_CASE(defaults_stand_in_for_absent_keys) {
    const auto parsed = ccphost::parse_host_config(sound());
    BOOST_REQUIRE(parsed.has_value());
    BOOST_TEST(parsed->limits.body_bytes == 1048576U);
    BOOST_TEST(parsed->limits.header_bytes == 16384U);
    BOOST_TEST(parsed->limits.request.count() == 30);
    BOOST_TEST(parsed->limits.idle.count() == 60);
    BOOST_TEST(parsed->limits.workers >= 4U);
    BOOST_TEST(parsed->token_lifetime.count() == 86400);
    BOOST_TEST(parsed->limits.heartbeat.count() == 15);
    BOOST_TEST(parsed->limits.stream_events == 1000U);
    BOOST_TEST(!parsed->requests_per_minute.has_value());
    BOOST_TEST(parsed->admin_console);
    BOOST_TEST(!parsed->secure_cookies);
}

BOOST_AUTO_TEST_CASE(secrets_come_from_files_and_the_environment) {
    const ccphost::test::temporary_directory directory;
    ccphost::test::write_file(directory.path() / "secret", "from file\n");
    ::setenv("CCP_TEST_SECRET", "from environment", 1);
    auto document = sound();
    auto& first = document["clients"].as_array()[0].as_object();
    first.erase("secret");
    first["secretFile"] = (directory.path() / "secret").string();
    auto& second = document["clients"].as_array()[1].as_object();
    second.erase("secret");
    second["secretEnv"] = "CCP_TEST_SECRET";
    const auto parsed = ccphost::parse_host_config(document);
    BOOST_REQUIRE(parsed.has_value());
    BOOST_TEST(parsed->known.authenticate({"admin", "from file"}) != nullptr);
    BOOST_TEST(parsed->known.authenticate({"viewer", "from environment"}) != nullptr);
    BOOST_TEST(parsed->known.authenticate({"admin", "from environment"}) == nullptr);
    BOOST_TEST(parsed->known.authenticate({"stranger", "from file"}) == nullptr);
}

BOOST_AUTO_TEST_CASE(a_secret_file_that_cannot_be_read_is_an_error_that_names_it) {
    const ccphost::test::temporary_directory directory;
    auto document = sound();
    auto& first = document["clients"].as_array()[0].as_object();
    first.erase("secret");
    for (const auto& file : {directory.path(), directory.path() / "absent"}) {
        first["secretFile"] = file.string();
        const auto parsed = ccphost::parse_host_config(document);
        BOOST_REQUIRE(!parsed);
        BOOST_TEST(parsed.error().why.find(file.string() + " cannot be read") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(an_unset_variable_is_an_error_that_names_it) {
    auto document = sound();
    auto& first = document["clients"].as_array()[0].as_object();
    first.erase("secret");
    first["secretEnv"] = "CCP_TEST_UNSET";
    const auto parsed = ccphost::parse_host_config(document);
    BOOST_REQUIRE(!parsed);
    BOOST_TEST(parsed.error().why.find("CCP_TEST_UNSET is not set") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(malformed_files_name_the_line) {
    const ccphost::test::temporary_directory directory;
    ccphost::test::write_file(directory.path() / "host.json", "{\n\"listen\": ]\n}");
    const auto parsed = ccphost::read_host_config(directory.path() / "host.json");
    BOOST_REQUIRE(!parsed);
    BOOST_TEST(parsed.error().why.find("line 2: not valid JSON") != std::string::npos, parsed.error().why);
    BOOST_TEST(!ccphost::read_host_config(directory.path()).has_value());
    BOOST_TEST(!ccphost::read_host_config(directory.path() / "absent").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
