// SPDX-License-Identifier: BSL-1.0
#include "identity/answer_memory.hpp"

#include <utility>

namespace extsrc::identity {
namespace {

// No part holds the separator: the host's texts are checked, and values are free of control characters.
std::string key_of(const domain::interaction& arrived, const domain::identifier& value) {
    std::string key = arrived.organization.text();
    for (const std::string_view part :
         {std::string_view(arrived.division.text()), std::string_view(arrived.channel), std::string_view(arrived.integration),
          domain::to_string(value.type), value.source ? std::string_view(value.source->text()) : std::string_view(),
          std::string_view(value.value)})
        key.append(1, '\n').append(part);
    return key;
}

}  // namespace

// What was learned lives through the rest of this half and the whole of the next.
void answer_memory::turn_over() {
    const auto now = now_();
    if (now - turned_at_ < life / 2 && young_.answers.size() < most_of_a_half) return;
    old_ = now - turned_at_ < life ? std::exchange(young_, {}) : half{};
    young_ = {};
    turned_at_ = now;
}

std::uint64_t answer_memory::latest_event() {
    const std::lock_guard lock(mutex_);
    return events_;
}

void answer_memory::learn(const domain::interaction& arrived, const remembered_match& match, std::uint64_t since) {
    const std::lock_guard lock(mutex_);
    turn_over();
    const answer learned{match.contact, match.type, since};
    if (!changed_since(learned)) young_.answers.insert_or_assign(key_of(arrived, match.value), learned);
}

void answer_memory::forget(const domain::contact_id& contact) {
    const std::lock_guard lock(mutex_);
    turn_over();
    young_.changed.insert_or_assign(contact.text(), ++events_);
}

void answer_memory::clear() {
    const std::lock_guard lock(mutex_);
    young_ = {};
    old_ = {};
}

const answer_memory::answer* answer_memory::find(const std::string& key) const {
    for (const auto* part : {&young_, &old_})
        if (const auto found = part->answers.find(key); found != part->answers.end()) return &found->second;
    return nullptr;
}

bool answer_memory::changed_since(const answer& known) const {
    for (const auto* part : {&young_, &old_})
        if (const auto found = part->changed.find(known.contact.text());
            found != part->changed.end() && found->second > known.learned)
            return true;
    return false;
}

std::optional<remembered_match> answer_memory::recall(const domain::interaction& arrived) {
    if (!arrived.sourceless_ids.empty()) return std::nullopt;
    const std::lock_guard lock(mutex_);
    turn_over();
    std::optional<remembered_match> match;
    for (const auto& presented : arrived.identifiers) {
        const auto* known = find(key_of(arrived, presented.value));
        if (known == nullptr && presented.value.source) return std::nullopt;
        if (known == nullptr) continue;
        if (changed_since(*known) || (match && match->contact != known->contact)) return std::nullopt;
        if (!match) match = {known->contact, known->type, presented.value};
    }
    return match;
}

}  // namespace extsrc::identity
