// SPDX-License-Identifier: BSL-1.0
#include "callers.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <thread>

namespace ccphost::test {
namespace {

using clock = std::chrono::steady_clock;

constexpr std::size_t most_told = 5;
constexpr int calls_between_writes = 10;
constexpr int calls_between_new = 500;
constexpr std::size_t working_set = 64;  // so that caches, and with them memory, do not grow with the database
const std::string contacts = "/api/v2/externalcontacts/contacts";

// Counts a call towards the histogram it belongs to.
class stopwatch {
public:
    stopwatch(const churn_host& host, call_latencies& into)
        : host_(host), into_(into), reloading_(host.reloading()), ended_(host.surely_served()) {}
    void stop() {
        const auto took = clock::now() - begun_;
        const bool overlapped = reloading_ || host_.reloading() || host_.surely_served() != ended_;
        (overlapped ? into_.during_reload : into_.otherwise).add(took);
    }

private:
    const churn_host& host_;
    call_latencies& into_;
    bool reloading_;
    std::uint64_t ended_;
    clock::time_point begun_ = clock::now();
};

std::string text_of(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

void caller_findings::fault(std::string what) {
    ++fault_count;
    if (faults.size() < most_told) faults.push_back(std::move(what));
}

void kept_contacts::add(const std::string& id, int revision) {
    std::copy_n(id.begin(), std::min(id.size(), all_[count_].id.size()), all_[count_].id.begin());
    all_[count_++].revision = revision;
}

response http_caller::call(call_latencies& into, const std::string& method, const std::string& path, const std::string& body) {
    std::vector<std::string> headers{host_.authorization()};
    if (!body.empty()) headers.emplace_back("Content-Type: application/json");
    builds_.begin();
    ++findings_.calls;
    stopwatch watch(host_, into);
    auto answer = client_.request(method, path, headers, body);
    watch.stop();
    ++answered_;
    if (answer.result_int() >= 300) {
        findings_.fault(method + " " + path + " -> " + std::to_string(answer.result_int()) + " " + answer.body());
    } else if (!builds_.end(text_of(answer["X-Build"]))) {
        findings_.fault(method + " " + path + " was answered by build \"" + text_of(answer["X-Build"]) +
                        "\", which did not serve");
    }
    return answer;
}

std::string http_caller::body_of(int revision) const {
    return boost::json::serialize(boost::json::object{{"firstName", "Caller"},
                                                      {"lastName", "Number " + std::to_string(number_)},
                                                      {"title", "revision " + std::to_string(revision)}});
}

void http_caller::add_contact() {
    const auto answer = call(findings_.writes, "POST", contacts, body_of(++revision_));
    if (answer.result_int() >= 300) return;
    acknowledged_.add(boost::json::value_to<std::string>(json_of(answer).at("id")), revision_);
}

void http_caller::change_contact() {
    auto& first = acknowledged_.at(0);
    const auto answer = call(findings_.writes, "PUT", contacts + "/" + first.text(), body_of(++revision_));
    if (answer.result_int() < 300) first.revision = revision_;
}

void http_caller::read_contact(const kept_contacts::contact& kept) {
    const auto id = kept.text();
    const auto acknowledged = "revision " + std::to_string(kept.revision);
    const auto answer = call(findings_.reads, "GET", contacts + "/" + id);
    if (answer.result_int() != 200) return;
    const auto title = boost::json::value_to<std::string>(json_of(answer).at("title"));
    if (title != acknowledged) findings_.fault(id + " has " + title + " where " + acknowledged + " was acknowledged");
}

void http_caller::run(const std::atomic<bool>& stopping, std::chrono::microseconds pause) {
    try {
        for (int i = 0; !stopping; ++i) {
            if (i % calls_between_new == 0 && !acknowledged_.full()) {
                add_contact();
            } else if (i % calls_between_writes == 0) {
                change_contact();
            } else {
                read_contact(acknowledged_.at(0));
            }
            if (pause.count() != 0) std::this_thread::sleep_for(pause);
        }
    } catch (const std::exception& error) {
        findings_.fault(std::string("the connection broke: ") + error.what());
    }
}

void http_caller::check_nothing_lost() {
    for (std::size_t i = 0; i < acknowledged_.size(); ++i) read_contact(acknowledged_.at(i));
}

resolution_record hook_caller::resolve(call_latencies& into, const std::string& interaction, std::optional<std::string> phone) {
    interaction_record record{.interaction_id = interaction,
                              .organization_id = churn_host::organization,
                              .channel = "voice",
                              .occurred_at_us = 1'700'000'000'000'000,
                              .division_id = "*",
                              .integration_id = {},
                              .identifiers = {}};
    if (phone) record.identifiers.push_back({"Phone", {}, *phone});
    const auto asked = clock::now();
    { const auto pinned = host_.plugins().identity(); }
    pin_waits_.add(clock::now() - asked);
    builds_.begin();
    ++findings_.calls;
    stopwatch watch(host_, into);
    auto answer = resolver_.resolve(record);
    watch.stop();
    ++answered_;
    if (answer.reason.empty() || !builds_.end(std::string_view(answer.reason).substr(answer.reason.size() - 1)))
        findings_.fault(interaction + ": answered by a build that did not serve: " + answer.outcome + ", " + answer.reason);
    return answer;
}

std::string hook_caller::name_of(std::size_t index) const {
    return "churn-" + std::to_string(number_) + "-" + std::to_string(index);
}

void hook_caller::new_interaction() {
    const auto index = acknowledged_.size();
    const auto name = name_of(index);
    const auto answer =
        resolve(findings_.writes, name, "+1317" + std::to_string(5'000'000 + number_ * 100'000 + static_cast<int>(index)));
    if (answer.contact_id) {
        acknowledged_.add(*answer.contact_id, 0);
    } else {
        findings_.fault(name + " was not resolved: " + answer.outcome + ", " + answer.reason);
    }
}

void hook_caller::known_interaction(std::size_t index) {
    const auto name = name_of(index);
    const auto contact = acknowledged_.at(index).text();
    const auto answer = resolve(findings_.reads, name, std::nullopt);
    if (answer.contact_id != contact)
        findings_.fault(name + " is linked to " + answer.contact_id.value_or("nobody") + " where " + contact +
                        " was acknowledged");
}

void hook_caller::run(const std::atomic<bool>& stopping, std::chrono::microseconds pause) {
    for (std::size_t i = 0; !stopping; ++i) {
        if (i % calls_between_new == 0 && !acknowledged_.full()) {
            new_interaction();
        } else if (acknowledged_.size() != 0) {
            known_interaction(i % std::min(acknowledged_.size(), working_set));
        }
        if (pause.count() != 0) std::this_thread::sleep_for(pause);
    }
}

void hook_caller::check_nothing_lost() {
    for (std::size_t i = 0; i < acknowledged_.size(); ++i) known_interaction(i);
}

}  // namespace ccphost::test
