// SPDX-License-Identifier: BSL-1.0
#include "result_record.hpp"

#include <boost/json.hpp>

namespace ccphost {

std::string render_result(const interaction_record& interaction, const resolution_record& resolution) {
    boost::json::object line{{"interactionId", interaction.interaction_id}, {"outcome", resolution.outcome}};
    if (resolution.contact_id) line["contactId"] = *resolution.contact_id;
    if (resolution.contact_type) line["contactType"] = *resolution.contact_type;
    if (resolution.matched_identifier) {
        const auto& identifier = interaction.identifiers[*resolution.matched_identifier];
        boost::json::object matched{{"type", identifier.type}};
        if (identifier.external_source_id) matched["externalSourceId"] = *identifier.external_source_id;
        matched["value"] = resolution.matched_value;
        line["matchedOn"] = std::move(matched);
    }
    if (resolution.profile_url) line["profileUrl"] = *resolution.profile_url;
    line["reason"] = resolution.reason;
    return boost::json::serialize(line);
}

std::string render_rejected(std::uint64_t line, const invalid_record& invalid) {
    boost::json::object record;
    if (invalid.interaction_id) record["interactionId"] = *invalid.interaction_id;
    record["outcome"] = "rejected";
    record["reason"] = "line " + std::to_string(line) + ": " + invalid.why;
    return boost::json::serialize(record);
}

}  // namespace ccphost
