// SPDX-License-Identifier: BSL-1.0
#include "entry/identity_adapter.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace extsrc::entry {
namespace {

domain::raw_interaction to_raw(const ccp_interaction_v1& interaction) {
    domain::raw_interaction raw{to_cpp(interaction.interaction_id), to_cpp(interaction.organization_id),
                                to_cpp(interaction.division_id),    to_cpp(interaction.channel),
                                interaction.occurred_at_us,         {},
                                to_cpp(interaction.integration_id)};
    for (std::size_t i = 0; i < interaction.identifier_count; ++i) {
        const auto& one = interaction.identifiers[i];
        raw.identifiers.push_back({to_cpp(one.type), to_cpp(one.external_source_id), to_cpp(one.value)});
    }
    return raw;
}

std::uint32_t to_c(domain::outcome outcome) {
    switch (outcome) {
        case domain::outcome::matched:
            return CCP_OUTCOME_MATCHED;
        case domain::outcome::created:
            return CCP_OUTCOME_CREATED;
        case domain::outcome::merged:
            return CCP_OUTCOME_MERGED;
        case domain::outcome::unresolved:
            return CCP_OUTCOME_UNRESOLVED;
        case domain::outcome::disabled:
            return CCP_OUTCOME_DISABLED;
        case domain::outcome::rejected:
            break;
    }
    return CCP_OUTCOME_REJECTED;
}

std::uint32_t to_c(domain::contact_type type) {
    switch (type) {
        case domain::contact_type::ephemeral:
            return CCP_CONTACT_EPHEMERAL;
        case domain::contact_type::identified:
            return CCP_CONTACT_IDENTIFIED;
        case domain::contact_type::curated:
            break;
    }
    return CCP_CONTACT_CURATED;
}

// Cuts at the edge of a character when the buffer is too small, as ccp_buffer promises.
void fill(ccp_buffer& buffer, std::string_view text) {
    buffer.length = text.size();
    std::size_t size = buffer.ptr == nullptr ? 0 : std::min(text.size(), buffer.capacity);
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
    if (size > 0) std::memcpy(buffer.ptr, text.data(), size);
}

void fill(ccp_resolution_v1& out, const identity::resolution& resolved) {
    const auto& made = resolved.made;
    out.outcome = to_c(made.result);
    out.contact_type = made.contact ? to_c(made.type) : CCP_CONTACT_NONE;
    std::memset(out.contact_id, 0, sizeof out.contact_id);
    if (made.contact) made.contact->text().copy(out.contact_id, sizeof out.contact_id - 1);
    out.matched_identifier = resolved.matched_position;
    out.reserved = 0;
    fill(out.matched_value, made.matched ? std::string_view(made.matched->value) : std::string_view());
    fill(out.profile_url, resolved.profile_url);
    fill(out.reason, made.reason);
}

}  // namespace

std::int32_t resolve(const host_link& host, const identity::resolver& resolver, const std::string& phone_region,
                     const ccp_interaction_v1& interaction, ccp_resolution_v1& resolution) {
    const auto arrived = domain::make_interaction(to_raw(interaction), phone_region);
    identity::resolution resolved;
    if (arrived)
        resolved = resolver.resolve(*arrived, host.time_to_answer(interaction.deadline_mono_ns));
    else
        resolved.made = {domain::outcome::rejected, {}, {}, {}, arrived.error().message};
    fill(resolution, resolved);
    if (!resolved.provisional) return CCP_OK;
    host.set_error(CCP_E_UNAVAILABLE, resolved.made.reason);
    return CCP_E_UNAVAILABLE;
}

}  // namespace extsrc::entry
