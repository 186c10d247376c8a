// SPDX-License-Identifier: BSL-1.0
#include "resolver.hpp"

#include "loader/c_text.hpp"
#include "loader/guarded_call.hpp"

#include <algorithm>
#include <array>
#include <thread>
#include <vector>

namespace ccphost {
namespace {

constexpr std::size_t text_capacity = 8192;

// Room for the texts of one answer.
struct answer_room {
    std::array<char, text_capacity> value{};
    std::array<char, text_capacity> url{};
    std::array<char, text_capacity> reason{};
};

ccp_buffer buffer_of(std::array<char, text_capacity>& room) {
    return {room.data(), room.size(), 0};
}

std::string text_of(const ccp_buffer& buffer) {
    return {buffer.ptr, std::min(buffer.length, buffer.capacity)};
}

const char* outcome_name(std::uint32_t outcome) {
    constexpr std::array<const char*, 7> names{nullptr, "matched", "created", "merged", "unresolved", "disabled", "rejected"};
    return outcome < names.size() ? names[outcome] : nullptr;
}

std::optional<std::string> type_name(std::uint32_t type) {
    constexpr std::array<const char*, 4> names{nullptr, "Ephemeral", "Identified", "Curated"};
    if (type == CCP_CONTACT_NONE || type >= names.size()) return std::nullopt;
    return names[type];
}

resolution_record to_record(const ccp_resolution_v1& from, std::size_t identifier_count) {
    const char* outcome = outcome_name(from.outcome);
    if (outcome == nullptr) return {.outcome = "unresolved", .reason = "the plugin gave an outcome that is not known"};
    resolution_record record{.outcome = outcome, .contact_type = type_name(from.contact_type), .reason = text_of(from.reason)};
    const auto* end = std::find(std::begin(from.contact_id), std::end(from.contact_id), '\0');
    if (end != std::begin(from.contact_id)) record.contact_id = std::string(std::begin(from.contact_id), end);
    if (from.matched_identifier >= 0 && static_cast<std::size_t>(from.matched_identifier) < identifier_count) {
        record.matched_identifier = static_cast<std::size_t>(from.matched_identifier);
        record.matched_value = text_of(from.matched_value);
    }
    // A URL that was cut leads somewhere else.
    if (from.profile_url.length != 0 && from.profile_url.length <= from.profile_url.capacity)
        record.profile_url = text_of(from.profile_url);
    return record;
}

bool worth_repeating(std::int32_t status) {
    return status == CCP_E_BUSY || status == CCP_E_UNAVAILABLE || status == CCP_E_TIMEOUT;
}

// Borrows the record.
std::vector<ccp_identifier> identifiers_of(const interaction_record& interaction) {
    std::vector<ccp_identifier> identifiers;
    for (const auto& each : interaction.identifiers) {
        const ccp_str source = each.external_source_id ? to_c(*each.external_source_id) : ccp_str{nullptr, 0};
        identifiers.push_back({to_c(each.type), source, to_c(each.value)});
    }
    return identifiers;
}

ccp_interaction_v1 interaction_of(const interaction_record& interaction, const std::vector<ccp_identifier>& identifiers) {
    ccp_interaction_v1 given{};
    given.header = header_of<ccp_interaction_v1>();
    given.interaction_id = to_c(interaction.interaction_id);
    given.organization_id = to_c(interaction.organization_id);
    given.division_id = to_c(interaction.division_id);
    given.channel = to_c(interaction.channel);
    if (interaction.integration_id) given.integration_id = to_c(*interaction.integration_id);
    given.occurred_at_us = interaction.occurred_at_us;
    given.identifiers = identifiers.data();
    given.identifier_count = identifiers.size();
    return given;
}

// Calls the hook of a pinned plugin once. @return the plugin's status; `why` is set when it is a failure
std::int32_t call_hook(generation& in, const ccp_interaction_v1& given, ccp_resolution_v1& taken, std::string& why) {
    const auto& hook = *in.identity_hook();
    const auto status = guarded_call(in.services(), [&] { return hook.resolve(hook.ctx, &given, &taken); });
    why = in.services().take_error();
    if (status == CCP_OK) {
        in.calls().succeeded();
        return status;
    }
    if (why.empty()) why = status_text(status);
    in.calls().failed("resolve failed: " + why);
    return status;
}

resolution_record unresolved(std::string reason) {
    return {.outcome = "unresolved", .reason = std::move(reason)};
}

resolution_record given_up(unsigned attempts, const std::string& why) {
    const auto times = attempts == 1 ? std::string() : " " + std::to_string(attempts) + " times";
    return unresolved("the plugin failed" + times + ": " + why);
}

}  // namespace

// The plugin is pinned for each attempt anew: another may serve after a pause.
resolution_record resolver::resolve(const interaction_record& interaction) const {
    const auto identifiers = identifiers_of(interaction);
    auto given = interaction_of(interaction, identifiers);
    const auto room = std::make_unique<answer_room>();
    auto pause = policy_.first_pause;
    std::optional<resolution_record> remembered;
    for (unsigned attempt = 1;; ++attempt) {
        ccp_resolution_v1 taken{};
        taken.header = header_of<ccp_resolution_v1>();
        taken.matched_identifier = -1;
        taken.matched_value = buffer_of(room->value);
        taken.profile_url = buffer_of(room->url);
        taken.reason = buffer_of(room->reason);
        given.deadline_mono_ns = mono_now_ns() + std::chrono::nanoseconds(policy_.call_deadline).count();
        std::string why;
        std::int32_t status = CCP_E_NOT_FOUND;
        if (const auto pinned = plugins_.identity()) status = call_hook(**pinned, given, taken, why);
        if (status == CCP_OK) return to_record(taken, identifiers.size());
        if (why.empty()) return unresolved("no plugin brings the identity hook");
        if (status == CCP_E_UNAVAILABLE && taken.outcome != 0) remembered = to_record(taken, identifiers.size());
        if (!worth_repeating(status) || attempt >= policy_.attempts || stopping_)
            return remembered ? *remembered : given_up(attempt, why);
        std::this_thread::sleep_for(pause);
        pause *= 2;
    }
}

}  // namespace ccphost
