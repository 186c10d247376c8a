// SPDX-License-Identifier: BSL-1.0
#include "loader/manifest.hpp"

#include "loader/config_schema.hpp"
#include "support/fixture_host.hpp"

#include <boost/json.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace {

namespace json = boost::json;

struct fault {
    const char* pointer;   // where the sound manifest is changed
    const char* value;     // JSON to put there; null removes the member
    const char* expected;  // part of the error
};
std::ostream& operator<<(std::ostream& to, const fault& each) {
    return to << each.pointer << " = " << (each.value ? each.value : "(none)");
}

const fault faults[] = {
    {"/id", nullptr, "id is missing"},
    {"/id", "\"\"", "id must not be empty"},
    {"/id", "\"acme/orders\"", "id must be of letters"},
    {"/id", "\"..\"", "id must be of letters"},
    {"/id", "\"shell\"", "id must be of letters"},
    {"/name", "7", "name must be a string"},
    {"/version", nullptr, "version is missing"},
    {"/abi", "[]", "abi must be an object"},
    {"/abi/major", "2", "abi.major is 2, but this host serves interface 1.3"},
    {"/abi/minMinor", "1", "abi.minMinor is greater than abi.maxMinor"},
    {"/abi/maxMinor", "-1", "abi.maxMinor must be a whole number"},
    {"/abi/maxMinor", "1.5", "abi.maxMinor must be a whole number"},
    {"/abi/extra", "1", "abi.extra is not known"},
    {"/library/sha256", "\"ABC\"", "library.sha256 must be 64"},
    {"/library/file", nullptr, "library.file is missing"},
    {"/handlers", "{}", "handlers must be an array"},
    {"/handlers/0/method", "\"get\"", "handlers[0].method must be GET"},
    {"/handlers/0/path", "\"things\"", "handlers[0].path must start with '/'"},
    {"/handlers/0/path", "\"/a/{x\"", "handlers[0].path has a malformed {name}"},
    {"/handlers/0/path", "\"/a/x{y}\"", "handlers[0].path has a malformed {name}"},
    {"/handlers/0/path", "\"/{x}/{x}\"", "handlers[0].path repeats {x}"},
    {"/handlers/0/path", "\"/a//b\"", "handlers[0].path has an empty segment"},
    {"/handlers/0/permissions", "{}", "handlers[0].permissions must hold exactly one of any and all"},
    {"/handlers/0/permissions/any", "[]", "handlers[0].permissions.any must not be empty"},
    {"/handlers/0/permissions/any", "[\"a:b\"]", "is not of the form domain:entity:action"},
    {"/handlers/1/operation", "\"getThing\"", "handlers[1].operation repeats getThing"},
    {"/topics", "{}", "topics must be an array"},
    {"/topics/0/topic", "\"\"", "topics[0].topic must not be empty"},
    {"/topics/0/topic", "\"v2..x\"", "topics[0].topic: \"v2..x\" is not of the form a.b.{id}"},
    {"/topics/0/topic", "\"v2.x{id}\"", "topics[0].topic: \"v2.x{id}\" is not of the form a.b.{id}"},
    {"/topics/0/topic", "\"v2.*\"", "topics[0].topic: \"v2.*\" is not of the form a.b.{id}"},
    {"/topics/0/permissions", "{}", "topics[0].permissions must hold exactly one of any and all"},
    {"/topics/0/permissions/any", "[]", "topics[0].permissions.any must not be empty"},
    {"/topics/0/extra", "1", "topics[0].extra is not known"},
    {"/topics/2/topic", "\"v2.{what}.things.7\"", "topics[2].topic overlaps v2.fixture.things.{id}"},
    {"/tasks", "1", "tasks must be an array"},
    {"/tasks/0/name", "\"Count it\"", "tasks[0].name must be of a to z, 0 to 9 and '-'"},
    {"/tasks/0/everySeconds", "0", "tasks[0].everySeconds must be a whole number from 1"},
    {"/tasks/0/description", "1", "tasks[0].description must be a string"},
    {"/tasks/0/extra", "1", "tasks[0].extra is not known"},
    {"/tasks/1/name", "\"count\"", "tasks[1].name repeats count"},
    {"/hooks", "[\"other\"]", "hooks: \"other\" is not known"},
    {"/resident", "[1]", "resident must be a string"},
    {"/configuration", "1", "configuration must be a JSON Schema object"},
    {"/surprise", "1", "surprise is not known"},
};

json::value changed(const fault& by) {
    json::value document = ccphost::test::fixture_manifest(ccphost::test::fixture_library("NONE"));
    if (by.value != nullptr) {
        ccphost::test::set_at(document, by.pointer, json::parse(by.value));
        return document;
    }
    const std::string pointer = by.pointer;
    const auto slash = pointer.rfind('/');
    document.at_pointer(pointer.substr(0, slash)).as_object().erase(pointer.substr(slash + 1));
    return document;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(manifest)

BOOST_DATA_TEST_CASE(every_error_names_the_member, faults) {
    const auto parsed = ccphost::parse_manifest(changed(sample), "/tmp/manifest.json");
    BOOST_REQUIRE(!parsed);
    BOOST_TEST(parsed.error().text().find(sample.expected) != std::string::npos, parsed.error().text());
}

BOOST_AUTO_TEST_CASE(a_sound_manifest_is_read) {
    auto document = ccphost::test::fixture_manifest(ccphost::test::fixture_library("NONE"));
    document["library"].as_object()["file"] = "x.so";
    const auto parsed = ccphost::parse_manifest(document, "/tmp/manifest.json");
    BOOST_REQUIRE(parsed.has_value());
    BOOST_TEST(parsed->library == "/tmp/x.so");
    BOOST_TEST(parsed->handlers.size() == 7U);
    BOOST_TEST(parsed->identity_hook);
    BOOST_TEST((parsed->handlers[2].demand.rule == ccphost::permission_rule::all));
}

BOOST_AUTO_TEST_CASE(a_configuration_error_names_the_path) {
    const auto schema = ccphost::test::fixture_manifest(ccphost::test::fixture_library("NONE"))["configuration"];
    BOOST_TEST(ccphost::validate_config(schema, json::parse(R"({"pool":{"size":4}})")).has_value());
    const auto small = ccphost::validate_config(schema, json::parse(R"({"pool":{"size":0}})"));
    BOOST_REQUIRE(!small);
    BOOST_TEST(small.error().text().find("config.pool.size:") != std::string::npos, small.error().text());
    const auto unknown = ccphost::validate_config(schema, json::parse(R"({"pol":1})"));
    BOOST_REQUIRE(!unknown);
    BOOST_TEST(unknown.error().text().find("pol") != std::string::npos, unknown.error().text());
}

BOOST_AUTO_TEST_SUITE_END()
