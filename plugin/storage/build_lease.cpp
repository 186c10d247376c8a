// SPDX-License-Identifier: BSL-1.0
#include "storage/build_lease.hpp"

#include "storage/schema_history.hpp"

#include <exception>
#include <utility>

namespace extsrc::storage {
namespace {

// With a database that does not answer. A stop waits for both.
constexpr std::chrono::seconds renewal_patience{5};
constexpr std::chrono::seconds leaving_patience{1};

}  // namespace

build_lease::build_lease(group_commit& writer, serving_build entered, const lease_terms& terms)
    : writer_(writer), entered_(std::move(entered)), terms_(terms), thread_([this] { loop(); }) {}

build_lease::~build_lease() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    ended_.notify_one();
    thread_.join();
    try {
        const auto leave = [this](transaction& open) {
            serving_builds(open.sql()).leave(entered_.instance_id);
            return verdict::commit;
        };
        writer_.run(leave, std::chrono::steady_clock::now() + leaving_patience);
    } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): the lease ends by itself
    }
}

std::optional<std::string> build_lease::refusal() const {
    const std::lock_guard lock(mutex_);
    return refusal_;
}

void build_lease::loop() {
    std::unique_lock lock(mutex_);
    while (!ended_.wait_for(lock, terms_.renewal, [this] { return ending_; })) {
        lock.unlock();
        renew();
        lock.lock();
    }
}

void build_lease::renew() {
    std::optional<std::string> refused;
    const auto work = [&](transaction& open) {
        refused = stay(open.sql());
        return verdict::commit;
    };
    try {
        writer_.run(work, std::chrono::steady_clock::now() + renewal_patience);
    } catch (const std::exception&) {
        return;  // health tells of a database that is away; there are more renewals than one in a lease
    }
    take_note(refused);
}

// Why it may not stay.
std::optional<std::string> build_lease::stay(soci::session& session) const {
    serving_build renewed = entered_;
    renewed.lease_end = lease_end(terms_.now(), terms_.length);
    serving_builds builds(session);
    if (builds.renew(renewed.instance_id, renewed.lease_end)) return std::nullopt;
    if (auto why = schema_history(session).refusal(renewed.schema_version)) return why;
    builds.enter(renewed);
    return std::nullopt;
}

void build_lease::take_note(const std::optional<std::string>& refused) {
    {
        const std::lock_guard lock(mutex_);
        if (std::exchange(refusal_, refused) == refused) return;
    }
    if (refused) terms_.on_refusal(*refused);
}

}  // namespace extsrc::storage
