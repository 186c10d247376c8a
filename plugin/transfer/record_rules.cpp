// SPDX-License-Identifier: BSL-1.0
#include "transfer/record_rules.hpp"

#include "domain/channel_resolution.hpp"
#include "domain/external_source.hpp"
#include "domain/identifier.hpp"
#include "domain/interaction.hpp"
#include "transfer/contact_rules.hpp"
#include "transfer/value_rules.hpp"

#include <limits>
#include <utility>

namespace extsrc::transfer {
namespace {

constexpr std::size_t max_reason = 500;
constexpr std::size_t max_principal = 255;

std::string fault_in(const organization_row& row) {
    rules rule;
    rule.number("generation", row.generation, 0, std::numeric_limits<std::int64_t>::max() - 1);
    return rule.fault();
}

std::string fault_in(const storage::source_row& row) {
    rules rule;
    rule.uuid("id", row.id);
    const auto name = domain::source_name::parse(row.name);
    rule.require(name && name->text() == row.name, "name", "is no name of a source");
    if (!row.link_template.empty()) {
        const auto link = domain::link_template::parse(row.link_template, "linkTemplate");
        rule.require(link && link->text() == row.link_template, "linkTemplate", "is no link template");
    }
    rule.number("activeSlot", row.active_slot.value, 0, domain::max_active_sources);
    rule.require(row.deleted_at == 0 || row.active_slot.value == 0, "activeSlot", "is held by a source that was deleted");
    for (const auto& [member, time] :
         {std::pair{"createdAt", row.created_at}, {"modifiedAt", row.modified_at}, {"deletedAt", row.deleted_at}})
        rule.time(member, time);
    return rule.fault();
}

std::string fault_in(const storage::contact_row& row) {
    return fault_of_contact(row);
}

void interaction_id(rules& rule, const std::string& text) {
    rule.require(!text.empty(), "interactionId", "is empty");
    rule.printable("interactionId", text, domain::max_interaction_id);
}

std::string fault_in(const storage::link_row& row) {
    rules rule;
    interaction_id(rule, row.interaction_id);
    rule.uuid("contactId", row.contact_id);
    rule.require(domain::is_channel(row.channel), "channel", "is none");
    rule.time("occurredAt", row.occurred_at);
    return rule.fault();
}

bool is_outcome(const std::string& name) {
    for (const auto known : {domain::outcome::matched, domain::outcome::created, domain::outcome::merged,
                             domain::outcome::unresolved, domain::outcome::disabled, domain::outcome::rejected})
        if (domain::to_string(known) == name) return true;
    return false;
}

std::string fault_in(const storage::decision_row& row) {
    rules rule;
    interaction_id(rule, row.interaction_id);
    rule.require(is_outcome(row.outcome), "outcome", "is none");
    if (!row.contact_id.empty()) rule.uuid("contactId", row.contact_id);
    if (!row.matched_type.empty()) rule.identifier("matched", row.matched_type, row.matched_source_id, row.matched_value);
    rule.require(!row.matched_type.empty() || (row.matched_source_id.empty() && row.matched_value.empty()), "matchedType",
                 "is missing");
    rule.text("reason", row.reason, max_reason);
    rule.text("decidedBy", row.decided_by, max_principal);
    rule.time("decidedAt", row.decided_at);
    return rule.fault();
}

std::string fault_in(const storage::resolution_row& row) {
    rules rule;
    rule.require(domain::is_channel(row.channel) && domain::configuration_channel(row.channel) == row.channel, "channel",
                 "is none that is configured");
    rule.require(!row.integration_id.empty(), "integrationId", "is empty");
    rule.printable("integrationId", row.integration_id, domain::max_integration_id);
    rule.division("divisionId", row.division_id);
    if (!row.source_id.empty()) rule.uuid("sourceId", row.source_id);
    for (const auto& [member, truth] : {std::pair{"resolveIdentities", row.resolve_identities},
                                        {"automergeAuthenticated", row.automerge_authenticated},
                                        {"automergeTracking", row.automerge_tracking}})
        rule.number(member, truth, 0, 1);
    rule.time("modifiedAt", row.modified_at);
    return rule.fault();
}

std::string fault_in(const storage::change_row& row) {
    rules rule;
    rule.number("generation", row.generation, 1, std::numeric_limits<std::int64_t>::max() - 1);
    rule.require(row.kind == "contact" || row.kind == "external_source", "of", "is neither contact nor external_source");
    rule.uuid("subjectId", row.subject_id);
    rule.time("changedAt", row.changed_at);
    return rule.fault();
}

}  // namespace

std::string fault_of(const record& one) {
    return std::visit([](const auto& row) { return fault_in(row); }, one);
}

}  // namespace extsrc::transfer
