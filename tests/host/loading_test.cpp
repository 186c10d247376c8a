// SPDX-License-Identifier: BSL-1.0
#include "loader/checksum.hpp"
#include "support/fixture_host.hpp"

#include <boost/json.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using namespace ccphost::test;

struct broken {
    const char* fault;
    const char* expected;
};
std::ostream& operator<<(std::ostream& to, const broken& each) {
    return to << each.fault;
}

const broken builds[] = {
    {"NO_ENTRY", "load: "},
    {"NO_ENTRY", "does not export ccp_plugin_entry"},
    {"OTHER_ID", "negotiate: the library says it is \"org.example.other\", but the manifest says \"org.example.fixture\""},
    {"WRONG_MAJOR", "negotiate: the descriptor is of interface 2.3, but this host serves 1.3"},
    {"NEWER_MINOR", "negotiate: the plugin needs interface 1.4 or newer, but this host serves 1.3; upgrade the host"},
    {"UNKNOWN_FLAG", "negotiate: the descriptor has unknown flags set"},
    {"NULL_SLOT", "negotiate: the instance lacks the required function health"},
    {"CREATE", "create: org.example.fixture: CCP_E_NO_MEMORY (-62): the fixture does not want to be"},
    {"START", "start: org.example.fixture: CCP_E_UNAVAILABLE (-61): the fixture does not want to start"},
    {"UNLISTED_HANDLER", "start: org.example.fixture: handler getHidden (GET /api/v2/hidden) is not listed in the manifest"},
    {"NO_TASKS", "negotiate: the manifest lists tasks, but the plugin does not offer the extension \"ccp.tasks/1\""},
    {"BAD_CONSOLE",
     "negotiate: org.example.fixture: the table of ccp.console/1 cannot be used: entries[1].module names no asset"},
    {"NO_HOOK", "start: org.example.fixture: the identity hook is listed in the manifest but was not registered"},
};

void check_refused(const fixture_files& files, const std::string& expected) {
    const auto serve = run({CCP_HOST_PATH, "serve", "--config", files.at("host.json").string()});
    BOOST_TEST(serve.code == 1);
    BOOST_TEST(serve.output == "");
    BOOST_TEST(serve.errors.find("ccp-host: " + expected.substr(0, expected.find(':'))) != std::string::npos, serve.errors);
    BOOST_TEST(serve.errors.find(expected) != std::string::npos, serve.errors);
}

// Manifest and host configuration for a library that is not a build of the fixture.
void use_library(const fixture_files& files, const std::filesystem::path& library) {
    files.write("manifest.json", fixture_manifest(library));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(loading)

BOOST_DATA_TEST_CASE(a_broken_build_is_refused_with_the_step_and_the_reason, builds) {
    const fixture_files files(sample.fault);
    const auto serve = run({CCP_HOST_PATH, "serve", "--config", files.at("host.json").string()});
    BOOST_TEST(serve.code == 1);
    BOOST_TEST(serve.output == "");
    BOOST_TEST(serve.errors.find(sample.expected) != std::string::npos, serve.errors);
}

BOOST_AUTO_TEST_CASE(a_truncated_library_is_refused) {
    const fixture_files files;
    const auto whole = read_file(fixture_library("NONE"));
    for (const auto length : {whole.size() / 2, std::size_t{100}, std::size_t{0}}) {
        write_file(files.at("cut.so"), whole.substr(0, length));
        use_library(files, files.at("cut.so"));
        check_refused(files, "load: ");
    }
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_library_is_refused) {
    const fixture_files files;
    write_file(files.at("text.so"), std::string(100'000, 'x'));
    use_library(files, files.at("text.so"));
    check_refused(files, "load: ");
    const auto serve = run({CCP_HOST_PATH, "serve", "--config", files.at("host.json").string()});
    BOOST_TEST(serve.errors.find("is not an ELF file") != std::string::npos, serve.errors);
}

BOOST_AUTO_TEST_CASE(a_wrong_checksum_is_refused_before_any_code_runs) {
    const fixture_files files("CREATE");  // would be told by its create
    auto manifest = fixture_manifest(fixture_library("CREATE"));
    manifest["library"].as_object()["sha256"] = std::string(64, 'a');
    files.write("manifest.json", manifest);
    check_refused(files, "checksum: ");
}

BOOST_AUTO_TEST_CASE(a_missing_library_and_a_missing_handler_are_told) {
    const fixture_files files;
    auto manifest = fixture_manifest(fixture_library("NONE"));
    manifest["handlers"].as_array().push_back(
        {{"operation", "extra"}, {"method", "GET"}, {"path", "/extra"}, {"permissions", {{"any", {"a:b:c"}}}}});
    files.write("manifest.json", manifest);
    check_refused(files,
                  "start: org.example.fixture: handler extra (GET /extra) is listed in the manifest but was not registered");
    manifest = fixture_manifest(fixture_library("NONE"));
    manifest["library"].as_object()["file"] = files.at("absent.so").string();
    files.write("manifest.json", manifest);
    check_refused(files, "stage: ");
    manifest = fixture_manifest(fixture_library("NONE"));
    manifest["resident"] = boost::json::array{"libabsent-fixture.so.1"};
    files.write("manifest.json", manifest);
    check_refused(files, "load: resident library libabsent-fixture.so.1");
}

BOOST_AUTO_TEST_CASE(a_config_that_does_not_fit_the_schema_is_refused) {
    const fixture_files files;
    auto config = files.config();
    config["plugins"].as_array()[0].as_object()["config"] = {{"pool", {{"size", 0}}}};
    files.write("host.json", config);
    check_refused(files, "configuration: org.example.fixture: config.pool.size: ");
}

BOOST_AUTO_TEST_CASE(usage_errors_and_help) {
    BOOST_TEST(run({CCP_HOST_PATH}).code == 2);
    BOOST_TEST(run({CCP_HOST_PATH, "serve"}).code == 2);
    BOOST_TEST(run({CCP_HOST_PATH, "serve", "--config", "/absent"}).code == 1);
    const auto help = run({CCP_HOST_PATH, "--help"});
    BOOST_TEST(help.code == 0);
    BOOST_TEST(help.output.find("replay") != std::string::npos);
    BOOST_TEST(run({CCP_HOST_PATH, "--version"}).output == "ccp-host 1.0.0\n");
}

BOOST_AUTO_TEST_SUITE_END()
