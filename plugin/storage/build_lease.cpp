// SPDX-License-Identifier: BSL-1.0
#include "storage/build_lease.hpp"

#include "storage/schema_history.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

namespace extsrc::storage {
namespace {

// With a database that does not answer. More renewals than one fit in a lease.
constexpr std::chrono::seconds renewal_patience{5};
constexpr std::chrono::seconds leaving_patience{1};

}  // namespace

build_lease::build_lease(writer& writer, serving_build entered, const lease_terms& terms)
    : writer_(writer),
      entered_(std::move(entered)),
      terms_(terms),
      thread_([this](const std::stop_token& ending) { loop(ending); }) {}

build_lease::~build_lease() {
    end(deadline::max());
}

void build_lease::end(deadline until) {
    if (!thread_.joinable()) return;
    until = std::min(until, std::chrono::steady_clock::now() + leaving_patience);
    thread_.request_stop();
    thread_.join();
    try {
        const auto leave = [this](transaction& open) {
            serving_builds(open.sql()).leave(entered_.instance_id);
            return verdict::commit;
        };
        writer_.run(leave, {}, until, {});
    } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): the lease ends by itself
    }
}

std::optional<std::string> build_lease::refusal() const {
    const std::lock_guard lock(mutex_);
    return refusal_;
}

void build_lease::loop(const std::stop_token& ending) {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            pause_.wait_for(lock, ending, terms_.renewal, [] { return false; });
        }
        if (ending.stop_requested()) return;
        renew(ending);
    }
}

void build_lease::renew(const std::stop_token& ending) {
    std::optional<std::string> refused;
    const auto work = [&](transaction& open) {
        refused = stay(open.sql());
        return verdict::commit;
    };
    try {
        writer_.run(work, {}, std::chrono::steady_clock::now() + renewal_patience, ending);
    } catch (const std::exception&) {
        return;  // health tells of a database that is away
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
