// SPDX-License-Identifier: BSL-1.0
#include "life_cycle.hpp"

#include "offer.hpp"

#include <ccp/ext/tasks.h>
#include <ccp/ext/transfer.h>

namespace ccphost {
namespace {

// The fault of a function that should leave nothing.
std::string leaves(const std::string& grown) {
    return grown.empty() ? "" : "leaves " + grown;
}

}  // namespace

life_cycle::life_cycle(const instance_terms& terms, rule_report& report, boost::json::object& offer)
    : listed_(terms.listed), report_(report), offer_(offer), before_(observe_process()), first_(terms, 1), second_(terms, 2) {}

void life_cycle::walk(const std::string& unstarted) {
    const bool created = create_both();
    if (second_.plugin() != nullptr && second_.plugin() != first_.plugin()) end(second_);
    if (created && unstarted.empty()) serve();
    if (!unstarted.empty()) report_.skip(rule::start, rule::stop, unstarted);
    if (first_.plugin() != nullptr) end(first_);
    judge_remains();
}

bool life_cycle::create_both() {
    if (!report_.judge(rule::create, first_.create()) || !report_.judge(rule::create, second_.create())) {
        report_.skip(rule::two_instances, rule::destroy, "no instance was created");
        lingers_ = first_.abandoned() || second_.abandoned();
        return false;
    }
    const bool same = first_.plugin() == second_.plugin();
    report_.judge(rule::two_instances, same ? "gives the same instance twice" : "");
    report_.judge(rule::quiet_create, leaves(growth(before_)));
    return true;
}

void life_cycle::serve() {
    if (!report_.judge(rule::start, first_.start())) {
        report_.skip(rule::registrations, rule::drain, "the instance did not start");
        return;
    }
    judge_registrations();
    report_.judge(rule::transfer, first_.transfer());
    describe_offer();
    report_.judge(rule::health, first_.health());
    judge_unknown_extension();
    report_.judge(rule::drain, first_.drain());
}

void life_cycle::judge_registrations() {
    const auto complete = first_.registered().complete();
    if (listed_ != nullptr) {
        report_.judge(rule::registrations, complete ? "" : complete.error().why);
        report_.judge(rule::tasks, first_.tasks());
        return;
    }
    if (!complete) report_.judge(rule::registrations, complete.error().why);  // malformed, or twice the same
    report_.skip(rule::registrations, rule::tasks, "needs --manifest");
}

void life_cycle::judge_unknown_extension() {
    const void* table = nullptr;
    const auto fault = first_.extension("org.example.unknown/1", table);
    report_.judge(rule::unknown_extension, table == nullptr ? fault : "answers to \"org.example.unknown/1\"");
}

void life_cycle::describe_offer() {
    boost::json::array handlers;
    for (const auto& each : first_.registered().handlers()) handlers.push_back(describe(each.declaration));
    boost::json::array tasks;
    if (listed_ != nullptr) {
        for (const auto& each : listed_->tasks) tasks.emplace_back(each.name);
    }
    offer_["handlers"] = std::move(handlers);
    offer_["identityHook"] = first_.registered().identity_hook().has_value();
    offer_["tasks"] = std::move(tasks);
    const void* offered = nullptr;
    if (const auto fault = first_.extension(CCP_EXT_TASKS, offered); !fault.empty()) report_.judge(rule::tasks, fault);
    offer_["offersTasks"] = offered != nullptr;
    if (const auto fault = first_.extension(CCP_EXT_TRANSFER, offered); !fault.empty()) report_.judge(rule::transfer, fault);
    offer_["offersTransfer"] = offered != nullptr;
    console_offer console;
    report_.judge(rule::console, first_.console(console));
    boost::json::array entries;
    for (const auto& each : console.entries) entries.emplace_back(each.label);
    offer_["console"] = std::move(entries);
}

void life_cycle::end(examined_instance& instance) {
    if (instance.started() && !report_.judge(rule::stop, instance.stop())) {
        report_.skip(rule::destroy, "the instance did not stop");
        lingers_ = true;
        return;
    }
    if (!report_.judge(rule::destroy, instance.destroy())) lingers_ = true;
}

void life_cycle::judge_remains() {
    if (lingers_) {
        report_.skip(rule::threads, rule::memory, "an instance did not end");
        return;
    }
    const auto threads = thread_growth(before_);
    report_.judge(rule::threads, leaves(threads));
    lingers_ = !threads.empty();
    report_.judge(rule::files, leaves(file_growth(before_)));
    const auto memory = first_.memory_fault();
    report_.judge(rule::memory, memory.empty() ? second_.memory_fault() : memory);
}

}  // namespace ccphost
