// SPDX-License-Identifier: BSL-1.0
#include "domain/interaction.hpp"

#include "domain/unicode_text.hpp"

#include <algorithm>
#include <utility>

namespace extsrc::domain {
namespace {

error refuse(std::string message) {
    return failure(errc::invalid, std::move(message));
}

// What the host gave, where it is fit to be read.
std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 64;
    if (text.size() > longest || !is_utf8(text) || has_control(text)) return "(not shown)";
    return "'" + std::string(text) + "'";
}

bool is_printable(std::string_view text, std::size_t max_bytes) {
    return text.size() <= max_bytes && is_utf8(text) && !has_control(text);
}

result<void> take_sourceless(interaction& into, std::size_t position, const raw_interaction::raw_identifier& raw) {
    auto value = make_external_id_value(raw.value);
    if (!value) return refuse(std::string(raw.type) + ": " + value.error().message);
    into.sourceless_ids.push_back({position, std::move(*value)});
    return {};
}

result<void> take_identifier(interaction& into, std::size_t position, const raw_interaction::raw_identifier& raw,
                             std::string_view phone_region) {
    const auto type = identifier_type_from(raw.type);
    if (!type) return refuse("unknown identifier type " + quoted(raw.type));
    if (*type == identifier_type::external_id && raw.source.empty()) return take_sourceless(into, position, raw);
    std::optional<source_id> source;
    if (!raw.source.empty()) {
        source = source_id::parse(raw.source);
        if (!source) return refuse("externalSourceId is not a UUID");
    }
    auto made = make_identifier(*type, source, raw.value, phone_region);
    if (made) return into.identifiers.push_back({position, std::move(*made)}), result<void>();
    const auto& fields = made.error().fields;
    if (!fields.empty() && fields.front().code == "phone.invalid") return {};
    return refuse(std::string(raw.type) + ": " + made.error().message);
}

result<void> take_head(interaction& into, const raw_interaction& raw) {
    if (raw.id.empty() || !is_printable(raw.id, max_interaction_id))
        return refuse("interactionId is empty, longer than 255 bytes or no printable UTF-8");
    const auto organization = organization_id::parse(raw.organization);
    if (!organization) return refuse("organizationId is not a UUID");
    const auto division = raw.division.empty() ? std::optional(division_id()) : division_id::parse(raw.division);
    if (!division) return refuse("divisionId is neither a UUID nor *");
    if (!is_channel(raw.channel)) return refuse("unknown channel " + quoted(raw.channel));
    if (!is_printable(raw.integration, max_integration_id))
        return refuse("integrationId is longer than 255 bytes or no printable UTF-8");
    if (raw.occurred_at < 0 || raw.occurred_at > max_occurred_at) return refuse("occurredAt is not in the years 1970 to 9999");
    into.id = raw.id;
    into.organization = *organization;
    into.division = *division;
    into.channel = raw.channel;
    into.integration = raw.integration;
    into.occurred_at = raw.occurred_at;
    return {};
}

}  // namespace

result<interaction> make_interaction(const raw_interaction& raw, std::string_view phone_region) {
    interaction made;
    if (auto head = take_head(made, raw); !head) return head.error();
    if (raw.identifiers.size() > max_interaction_identifiers)
        return refuse("more than " + std::to_string(max_interaction_identifiers) + " identifiers");
    for (std::size_t i = 0; i < raw.identifiers.size(); ++i)
        if (auto taken = take_identifier(made, i, raw.identifiers[i], phone_region); !taken) return taken.error();
    return made;
}

bool is_channel(std::string_view name) {
    return std::find(channels.begin(), channels.end(), name) != channels.end();
}

std::string_view to_string(outcome value) {
    static constexpr std::array<std::string_view, 6> names{"matched",    "created",  "merged",
                                                           "unresolved", "disabled", "rejected"};
    return names[static_cast<std::size_t>(value)];
}

}  // namespace extsrc::domain
