// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/interaction.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace extsrc::identity {

/// Whom an interaction was matched with.
struct remembered_match {
    domain::contact_id contact;
    domain::contact_type type = domain::contact_type::curated;
    domain::identifier value;
};

/// Recent answers, for the time while the database does not answer. An identifier is remembered for the integration and
/// division it was presented on, so that an answer follows the rules that held then. Forgets what this process sees change, and
/// everything after five minutes at most: what other processes change is not seen. All functions may be called from any thread.
class answer_memory {
public:
    using clock = std::chrono::steady_clock;
    static constexpr std::chrono::minutes life{5};         ///< of what is remembered, at most
    static constexpr std::size_t most_of_a_half = 50'000;  ///< identifiers remembered in each half of that time

    explicit answer_memory(std::function<clock::time_point()> now = clock::now) : now_(std::move(now)) {}

    /// Number of the latest event: of a contact that was forgotten.
    [[nodiscard]] std::uint64_t latest_event();
    /// Remembers whom one of an interaction's identifiers was matched with, unless the contact changed since an event: the
    /// latest before the match was looked for.
    void learn(const domain::interaction& arrived, const remembered_match& match, std::uint64_t since);
    /// Forgets what leads to a contact that changed.
    void forget(const domain::contact_id& contact);
    /// Forgets everything.
    void clear();
    /// The contact to which every identifier leads of which anything is remembered, and the first of these. Nothing when they
    /// lead to several, none is remembered, or an external ID is not: that may be another person at the same phone.
    [[nodiscard]] std::optional<remembered_match> recall(const domain::interaction& arrived);

private:
    struct answer {
        domain::contact_id contact;
        domain::contact_type type;
        std::uint64_t learned;  // number of the event
    };
    struct half {
        std::unordered_map<std::string, answer> answers;
        std::unordered_map<std::string, std::uint64_t> changed;  // contact, number of the event
    };

    void turn_over();
    [[nodiscard]] const answer* find(const std::string& key) const;
    [[nodiscard]] bool changed_since(const answer& known) const;

    std::function<clock::time_point()> now_;
    std::mutex mutex_;
    std::uint64_t events_ = 0;
    half young_;
    half old_;
    clock::time_point turned_at_ = now_();
};

}  // namespace extsrc::identity
