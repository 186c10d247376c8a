// SPDX-License-Identifier: BSL-1.0
#include "busy_host.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>

namespace ccphost::test {
namespace {

constexpr int callers = 2;
constexpr std::chrono::seconds patience{30};

boost::json::object with_short_deadlines(const boost::json::object& changes) {
    boost::json::object all{{"lifecycle",
                             {{"startMilliseconds", 1500},
                              {"healthMilliseconds", 1500},
                              {"drainMilliseconds", 1000},
                              {"graceMilliseconds", 300},
                              {"stopMilliseconds", 1000}}}};
    for (const auto& each : changes) all[each.key()] = each.value();
    return all;
}

}  // namespace

ctl_answer ctl(const fixture_host& host, std::vector<std::string> arguments) {
    std::vector<std::string> command{CCP_HOST_PATH, "ctl", "--json", "--socket", host.files().at("control.sock").string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const auto ended = run(std::move(command));
    ctl_answer answer{ended.code, "", nullptr, ended.errors};
    if (ended.output.empty()) return answer;
    const auto reply = boost::json::parse(ended.output);
    answer.message = boost::json::value_to<std::string>(reply.at("message"));
    answer.data = reply.at("data");
    return answer;
}

busy_host::busy_host(const boost::json::object& changes, const boost::json::object& plugin)
    : host(with_short_deadlines(changes), plugin) {
    for (int i = 0; i < callers; ++i) callers_.emplace_back([this] { call_until_stopped(); });
}

busy_host::~busy_host() {
    stop();
    BOOST_TEST(failed_ == 0);
}

void busy_host::call_until_stopped() {
    const auto token = host.authorization();
    http_client connection(host.port());
    while (!stopping_) {
        try {
            const auto answer = connection.request("GET", "/api/v2/things/1", {token});
            if (answer.result_int() != 200) ++failed_;
        } catch (const std::exception&) {
            ++failed_;
            return;
        }
        ++answered_;
    }
}

void busy_host::install(const std::string& fault, const std::string& version) const {
    auto manifest = fixture_manifest(fixture_library(fault));
    manifest["version"] = version;
    host.files().write("next.json", manifest);
    std::filesystem::rename(host.files().at("next.json"), host.files().at("manifest.json"));
}

std::int64_t busy_host::serving() const {
    const auto show = ctl({"plugin", "show", "org.example.fixture"});
    return show.code == 0 ? show.data.at("generation").to_number<std::int64_t>() : -1;
}

std::size_t busy_host::listed_as(const std::string& state) const {
    const auto list = ctl({"plugin", "list"});
    const auto& rows = list.data.as_array();
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return row.at("state") == boost::json::value(state); }));
}

void busy_host::await_calls(int count) const {
    const int enough = answered_ + count;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (answered_ < enough && failed_ == 0) {
        BOOST_TEST_REQUIRE((std::chrono::steady_clock::now() < deadline), "no call is answered any more");
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

int busy_host::stop() {
    if (!stopping_.exchange(true)) {
        for (auto& each : callers_) each.join();
        host.process().signal(SIGTERM);
        exit_code_ = host.process().wait();
    }
    return exit_code_;
}

}  // namespace ccphost::test
