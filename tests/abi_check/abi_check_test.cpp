// SPDX-License-Identifier: BSL-1.0
#define BOOST_TEST_MODULE abi_check
#include "loader/checksum.hpp"
#include "support/fixture_host.hpp"

#include <boost/json.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

using namespace ccphost::test;
namespace json = boost::json;
using names = std::vector<std::string>;

const std::string faulty = FAULTY_DIR "/faulty_";
const std::string in_abi = ABI_DIR "/";

/// A library with the rules it breaks.
struct broken {
    std::string library;
    names rules;
    std::string why;  ///< in what is said of the first
};
std::ostream& operator<<(std::ostream& to, const broken& each) {
    return to << each.library;
}

const broken libraries[] = {
    {faulty + "ANY_MAJOR.so", {"other-major"}, "gives a descriptor to a host of major 2"},
    {faulty + "NEW_DESCRIPTOR.so", {"constant-descriptor"}, "another descriptor the second time"},
    {faulty + "FILE_IN_ENTRY.so", {"quiet-entry"}, "leaves 2 open files"},
    {faulty + "NO_VENDOR.so", {"texts"}, "vendor is missing"},
    {faulty + "FILE_IN_CREATE.so", {"quiet-create", "files"}, "leaves 2 open files"},
    {faulty + "ONE_INSTANCE.so", {"two-instances", "memory"}, "the same instance twice"},
    {faulty + "UNLISTED_HANDLER.so", {"registrations"}, "handler getHidden (GET /api/v2/example/hidden) is not listed"},
    {faulty + "NO_HEALTH.so", {"health"}, "CCP_E_UNAVAILABLE"},
    {faulty + "HEALTH_IS_TEXT.so", {"health"}, "no JSON object: fine, thanks"},
    {faulty + "HALF_TRANSFER.so", {"transfer"}, "the table of ccp.transfer/1 lacks the required function export_organization"},
    {faulty + "BAD_CONSOLE.so", {"console"}, "cannot be used: assets are null"},
    {faulty + "EVERY_EXTENSION.so", {"console", "unknown-extension"}, "more than 64"},
    {faulty + "NO_DRAIN.so", {"drain"}, "CCP_E_INTERNAL"},
    {faulty + "NO_STOP.so", {"stop"}, "CCP_E_TIMEOUT"},
    {faulty + "THREAD_LEFT.so", {"threads"}, "leaves 1 thread"},
    {faulty + "FILE_LEFT.so", {"files"}, "leaves 1 open file"},
    {faulty + "FOREIGN_BLOCK.so", {"memory"}, "never gave"},
    {faulty + "THREAD_EXIT.so", {"thread-exit"}, "__cxa_thread_atexit"},
    {faulty + "THROW_ENTRY.so", {"other-major", "constant-descriptor", "descriptor"}, "thrown by the fixture"},
    {faulty + "THROW_CREATE.so", {"create"}, "thrown by the fixture"},
    {faulty + "THROW_EXTENSION.so", {"tasks", "transfer", "console", "unknown-extension"}, "thrown by the fixture"},
    {faulty + "THROW_DRAIN.so", {"drain"}, "thrown by the fixture"},
    {faulty + "THROW_DESTROY.so", {"destroy"}, "thrown by the fixture"},
    {in_abi + "broken_wrong_magic.so", {"descriptor"}, "magic number"},
    {in_abi + "broken_short_struct.so", {"descriptor"}, "is 16 bytes long"},
    {in_abi + "broken_unknown_flag.so", {"descriptor"}, "unknown flags"},
    {in_abi + "broken_missing_slot.so", {"create"}, "lacks the required function health"},
    {in_abi + "broken_leaked_memory.so", {"memory"}, "1 block is not given back"},
    {in_abi + "pinned_plugin.so", {"nodelete", "unload"}, "DF_1_NODELETE"},
    {in_abi + "exporting_fixture.so", {"exports", "unique-symbols", "other-major", "descriptor"}, "second_symbol"},
};

/// The manifest of greetings with a library's checksum.
void write_manifest(const std::filesystem::path& file, const std::string& library) {
    auto manifest = json::parse(read_file(GREETINGS_MANIFEST));
    set_at(manifest, "/library/file", json::string(library));
    set_at(manifest, "/library/sha256", json::string(ccphost::sha256_of_file(library).value()));
    write_file(file, json::serialize(manifest));
}

finished check(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), ABI_CHECK_PATH);
    return run(std::move(arguments));
}

/// The rules with this result, and the reason of the first.
names rules_with(const json::value& document, std::string_view result, std::string* why = nullptr) {
    names found;
    for (const auto& each : document.at("rules").as_array()) {
        if (each.at("result").as_string() != result) continue;
        if (found.empty() && why != nullptr) *why = json::value_to<std::string>(each.at("why"));
        found.push_back(json::value_to<std::string>(each.at("rule")));
    }
    return found;
}

struct folder {
    temporary_directory directory;
    std::string manifest = (directory.path() / "manifest.json").string();
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(abi_check, folder)

BOOST_DATA_TEST_CASE(a_broken_rule_is_named_and_no_other, libraries) {
    const folder files;
    write_manifest(files.manifest, sample.library);
    const auto done = check({sample.library, "--manifest", files.manifest, "--json"});
    BOOST_TEST(done.code == 1, done.errors);
    const auto document = json::parse(done.output);
    BOOST_TEST(!document.at("kept").as_bool());
    std::string why;
    BOOST_TEST(rules_with(document, "fail", &why) == sample.rules, boost::test_tools::per_element());
    BOOST_TEST(why.find(sample.why) != std::string::npos, why);
}

BOOST_AUTO_TEST_CASE(the_plugin_keeps_every_rule) {
    const auto config = json::serialize(json::object{{"database", "sqlite3://db=" + (directory.path() / "test.db").string()}});
    const auto done = check({PLUGIN_DIR "/external_sources.so", "--manifest", PLUGIN_DIR "/manifest.json", "--config", config});
    BOOST_TEST(done.code == 0, done.output << done.errors);
    BOOST_TEST(done.output.find("\nok       unload ") != std::string::npos, done.output);
    BOOST_TEST(done.output.find("\nskipped") == std::string::npos, done.output);
    BOOST_TEST(done.output.find("\n  transfer          yes\n") != std::string::npos, done.output);
    BOOST_TEST(done.output.find("\n  console           External Sources, Identity Resolution, Contacts\n") != std::string::npos,
               done.output);
    BOOST_TEST(done.output.find("handler           GET /api/v2/externalcontacts/scan/contacts/divisionviews/all  any of "
                                "externalContacts:contact:viewAll\n") != std::string::npos,
               done.output);
}

BOOST_AUTO_TEST_CASE(the_example_in_c_keeps_every_rule_without_a_configuration) {
    write_manifest(manifest, in_abi + "greetings.so");
    const auto done = check({in_abi + "greetings.so", "--manifest", manifest, "--json"});
    BOOST_TEST(done.code == 0, done.output << done.errors);
    const auto document = json::parse(done.output);
    BOOST_TEST(rules_with(document, "skipped").empty());
    BOOST_TEST(document.at("offer").at("id").as_string() == "org.extsrc.example.greetings");
    BOOST_TEST(document.at("offer").at("handlers").at(0).at("path").as_string() == "/api/v2/example/greetings/{name}");
    BOOST_TEST(document.at("offer").at("identityHook").as_bool());
}

BOOST_AUTO_TEST_CASE(a_plugin_with_threads_and_tasks_keeps_every_rule) {
    write_file(manifest, json::serialize(fixture_manifest(fixture_library("NONE"))));
    const auto done = check({fixture_library("NONE").string(), "--manifest", manifest});
    BOOST_TEST(done.code == 0, done.output << done.errors);
    BOOST_TEST(done.output.find("\nskipped") == std::string::npos, done.output);
    BOOST_TEST(done.output.find("tasks             count, fail, hold, insist, release\n") != std::string::npos, done.output);
}

BOOST_AUTO_TEST_CASE(a_start_that_throws_is_told_and_the_instance_is_ended_all_the_same) {
    write_file(manifest, json::serialize(fixture_manifest(fixture_library("THROW_START"))));
    const auto done = check({fixture_library("THROW_START").string(), "--manifest", manifest, "--json"});
    BOOST_TEST(done.code == 1, done.errors);
    const auto document = json::parse(done.output);
    std::string why;
    BOOST_TEST(rules_with(document, "fail", &why) == names{"start"}, boost::test_tools::per_element());
    BOOST_TEST(why == "CCP_E_INTERNAL (-70): an exception crossed the interface: thrown by the fixture");
    const names skipped{"registrations", "tasks", "transfer", "console", "health", "unknown-extension", "drain"};
    BOOST_TEST(rules_with(document, "skipped") == skipped, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(without_a_configuration_no_instance_is_started) {
    const auto document = json::parse(check({in_abi + "greetings.so", "--json"}).output);
    BOOST_TEST(document.at("kept").as_bool());
    const names skipped{"manifest", "configuration",     "start", "registrations", "tasks", "transfer", "console",
                        "health",   "unknown-extension", "drain", "stop"};
    BOOST_TEST(rules_with(document, "skipped") == skipped, boost::test_tools::per_element());
    BOOST_TEST(!document.at("offer").as_object().contains("handlers"));
}

BOOST_AUTO_TEST_CASE(an_instance_that_was_never_started_is_destroyed_without_a_stop) {
    const auto document = json::parse(check({faulty + "NO_STOP.so", "--json"}).output);
    BOOST_TEST(document.at("kept").as_bool());
    const auto kept = rules_with(document, "ok");
    for (const auto* each : {"destroy", "memory", "unload"}) BOOST_TEST(std::count(kept.begin(), kept.end(), each) == 1);
}

BOOST_AUTO_TEST_CASE(without_a_manifest_whatever_is_registered_is_shown) {
    const auto document = json::parse(check({faulty + "UNLISTED_HANDLER.so", "--config", "{}", "--json"}).output);
    BOOST_TEST(document.at("kept").as_bool());
    BOOST_TEST(document.at("offer").at("handlers").as_array().size() == 2U);
    write_file(directory.path() / "config.json", "{}");
    const auto from_file = check({in_abi + "greetings.so", "--config", "@" + (directory.path() / "config.json").string()});
    BOOST_TEST(from_file.output.find("\nok       start ") != std::string::npos, from_file.output);
}

BOOST_AUTO_TEST_CASE(a_configuration_that_does_not_fit_starts_nothing) {
    write_manifest(manifest, in_abi + "greetings.so");
    const auto done = check({in_abi + "greetings.so", "--manifest", manifest, "--config", R"({"extra": 1})", "--json"});
    BOOST_TEST(done.code == 1);
    const auto document = json::parse(done.output);
    BOOST_TEST(rules_with(document, "fail") == names{"configuration"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_manifest_of_another_library_is_told) {
    write_manifest(manifest, in_abi + "pinned_plugin.so");
    const auto checksum = json::parse(check({in_abi + "greetings.so", "--manifest", manifest, "--json"}).output);
    BOOST_TEST(rules_with(checksum, "fail") == names{"manifest"}, boost::test_tools::per_element());
    write_file(manifest, R"({"id": 1})");
    const auto malformed = json::parse(check({in_abi + "greetings.so", "--manifest", manifest, "--json"}).output);
    BOOST_TEST(rules_with(malformed, "fail") == names{"manifest"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_whole_library_is_never_loaded) {
    const auto cut = (directory.path() / "cut.so").string();
    const auto whole = read_file(in_abi + "greetings.so");
    for (const auto length : {whole.size() - 1, whole.size() / 2, std::size_t{100}, std::size_t{0}}) {
        write_file(cut, whole.substr(0, length));
        const auto document = json::parse(check({cut, "--json"}).output);
        BOOST_TEST(rules_with(document, "fail") == names{"file"}, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(a_crash_is_told_with_the_call_it_came_in) {
    const auto done = check({faulty + "CRASH.so", "--config", "{}"});
    BOOST_TEST(done.code == 1);
    BOOST_TEST(done.errors == "abi-check: fail: the plugin crashed in start\n");
}

BOOST_AUTO_TEST_CASE(usage) {
    BOOST_TEST(check({}).code == 2);
    BOOST_TEST(check({"/absent.so"}).code == 2);
    BOOST_TEST(check({in_abi + "greetings.so", "--config", "{"}).code == 2);
    BOOST_TEST(check({in_abi + "greetings.so", "--config", "@/absent"}).code == 2);
    BOOST_TEST(check({in_abi + "greetings.so", "--manifest", "/absent"}).code == 2);
    const auto help = check({"--help"});
    BOOST_TEST(help.code == 0);
    BOOST_TEST(help.output.find("1 a rule is broken") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
