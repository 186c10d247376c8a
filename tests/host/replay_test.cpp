// SPDX-License-Identifier: BSL-1.0
#include "support/fixture_host.hpp"
#include "support/text.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <csignal>
#include <sstream>

namespace {

using namespace ccphost::test;
namespace json = boost::json;

std::string record(const std::string& id, const std::string& value) {
    return R"({"interactionId":")" + id + R"(","organizationId":"3f0a1c5e-0000-4000-8000-000000000001","channel":"voice",)" +
           R"("occurredAt":"2026-11-23T10:00:00Z","identifiers":[{"type":"Phone","value":")" + value + "\"}]}\n";
}

std::vector<json::value> lines_of(const std::string& text) {
    std::vector<json::value> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(json::parse(line));
    return lines;
}

finished replay(const fixture_files& files, std::vector<std::string> arguments = {}) {
    std::vector<std::string> command{CCP_HOST_PATH, "replay", "--config", files.at("host.json").string(),
                                     files.at("in").string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run(std::move(command));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(replay_command)

BOOST_AUTO_TEST_CASE(results_keep_the_input_order_over_many_workers) {
    const fixture_files files;
    std::string input;
    for (int i = 0; i < 3000; ++i) input += record("i-" + std::to_string(i), "v" + std::to_string(i % 50));
    write_file(files.at("in"), input);
    const auto done = replay(files, {"--out", "-", "--workers", "8"});
    BOOST_TEST(done.code == 0);
    const auto lines = lines_of(done.output);
    BOOST_REQUIRE(lines.size() == 3000U);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        BOOST_REQUIRE(lines[i].at("interactionId").as_string() == "i-" + std::to_string(i));
        BOOST_REQUIRE(lines[i].at("contactId").as_string() == "contact-v" + std::to_string(i % 50));
    }
    BOOST_TEST(holds(done.errors, "replayed 3000 interactions"), done.errors);
    BOOST_TEST(holds(done.errors, "distinct contacts 50"), done.errors);
    BOOST_TEST(!holds(done.errors, "\r"));  // no bar without a terminal
}

BOOST_AUTO_TEST_CASE(invalid_lines_are_rejected_in_place_and_the_run_goes_on) {
    const fixture_files files;
    write_file(files.at("in"), record("i-1", "a") + "nonsense\n\n" + std::string(70'000, 'x') + "\n" +
                                   "{\"interactionId\":\"i-5\",\"channel\":7}\n" + "{\"interactionId\":\"\xff\"}\n" +
                                   record("i-7", "none") + record("i-8", "b"));
    const auto done = replay(files, {"--out", files.at("out").string()});
    BOOST_TEST(done.code == 0);
    BOOST_TEST(done.output == "");
    const auto lines = lines_of(read_file(files.at("out")));
    BOOST_REQUIRE(lines.size() == 8U);
    const char* const outcomes[] = {"matched",  "rejected", "rejected",   "rejected",
                                    "rejected", "rejected", "unresolved", "matched"};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        BOOST_TEST(lines[i].at("outcome").as_string() == outcomes[i]);
        const std::string start = "line " + std::to_string(i + 1) + ": ";
        if (lines[i].at("outcome").as_string() == "rejected") BOOST_TEST(lines[i].at("reason").as_string().starts_with(start));
    }
    BOOST_TEST(lines[4].at("interactionId").as_string() == "i-5");
    BOOST_TEST(
        json::serialize(lines[0]) ==
        R"({"interactionId":"i-1","outcome":"matched","contactId":"contact-a","contactType":"Curated","matchedOn":{"type":"Phone","value":"a"},"profileUrl":"https://crm.example/x","reason":"matched by the fixture"})");
    BOOST_TEST(json::serialize(lines[6]) == R"({"interactionId":"i-7","outcome":"unresolved","reason":"nothing to go by"})");
}

BOOST_AUTO_TEST_CASE(failures_for_now_are_repeated_and_then_reported) {
    const fixture_files files;
    write_file(files.at("in"), record("i-1", "busy-2") + record("i-2", "away"));
    const auto done = replay(files, {"--out", "-"});
    BOOST_TEST(done.code == 0);
    const auto lines = lines_of(done.output);
    BOOST_REQUIRE(lines.size() == 2U);
    BOOST_TEST(lines[0].at("outcome").as_string() == "matched");
    BOOST_TEST(lines[1].at("outcome").as_string() == "unresolved");
    BOOST_TEST(holds(json::serialize(lines[1]), "the plugin failed 6 times: CCP_E_UNAVAILABLE (-61): the database is away"));
}

BOOST_AUTO_TEST_CASE(an_exception_out_of_the_hook_leaves_its_interaction_unresolved_and_the_run_goes_on) {
    const fixture_files files("THROW_CALLS");
    write_file(files.at("in"), record("i-1", "a") + record("i-2", "throw") + record("i-3", "b"));
    const auto done = replay(files, {"--out", "-", "--workers", "1"});
    BOOST_TEST(done.code == 0);
    const auto lines = lines_of(done.output);
    BOOST_REQUIRE(lines.size() == 3U);
    BOOST_TEST(lines[0].at("outcome").as_string() == "matched");
    BOOST_TEST(lines[1].at("outcome").as_string() == "unresolved");
    BOOST_TEST(lines[1].at("reason").as_string() ==
               "the plugin failed: CCP_E_INTERNAL (-70): an exception crossed the interface: thrown by the fixture");
    BOOST_TEST(lines[2].at("outcome").as_string() == "matched");
}

BOOST_AUTO_TEST_CASE(plugins_are_offered_no_events_since_nobody_can_subscribe) {
    const fixture_files files;
    write_file(files.at("in"), record("i-1", "a"));
    BOOST_TEST(holds(replay(files).errors, "fixture: no events\n"));
    fixture_host serving;
    BOOST_TEST(!holds(serving.process().errors(), "fixture: no events\n"));
}

BOOST_AUTO_TEST_CASE(an_interrupt_ends_with_the_summary_so_far) {
    const fixture_files files;
    std::string input;
    for (int i = 0; i < 200; ++i) input += record("i-" + std::to_string(i), "away");
    write_file(files.at("in"), record("first", "x") + input);
    child_process child({CCP_HOST_PATH, "replay", "--config", files.at("host.json").string(), files.at("in").string(), "--out",
                         "-", "--workers", "1"});
    child.read_line();
    child.signal(SIGINT);
    const auto rest = child.read_rest();
    BOOST_TEST(child.wait() == 1);
    BOOST_TEST(holds(child.errors(), "stopped after "), child.errors());
    BOOST_TEST(lines_of(rest).size() < 200U);
}

BOOST_AUTO_TEST_CASE(files_that_cannot_be_used_are_told) {
    const fixture_files files;
    const auto absent = replay(files);
    BOOST_TEST(absent.code == 1);
    BOOST_TEST(holds(absent.errors, "in cannot be read"), absent.errors);
    write_file(files.at("in"), record("i-1", "a"));
    BOOST_TEST(replay(files, {"--out", "/absent/out"}).code == 1);
    BOOST_TEST(replay(files, {"--out", "/dev/full"}).code == 1);
    BOOST_TEST(replay(files, {"--workers", "0"}).code == 2);
}

BOOST_AUTO_TEST_SUITE_END()
