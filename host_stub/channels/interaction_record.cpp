// SPDX-License-Identifier: BSL-1.0
#include "interaction_record.hpp"

#include "loader/json_members.hpp"
#include "timestamp.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace ccphost {
namespace {

constexpr std::array<std::string_view, 13> channels{
    "voice",         "email",    "sms",      "webmessaging", "webmessaging-authenticated",
    "openmessaging", "whatsapp", "facebook", "instagram",    "x",
    "line",          "apple",    "callback"};
constexpr std::size_t longest_id = 255;
constexpr std::size_t most_identifiers = 100;

bool is_uuid(std::string_view text) {
    constexpr std::string_view pattern = "########-####-####-####-############";
    return text.size() == pattern.size() && std::equal(text.begin(), text.end(), pattern.begin(), [](char c, char wanted) {
               const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
               return wanted == '-' ? c == '-' : digit;
           });
}

identifier_record read_identifier(const boost::json::value& value, const std::string& path) {
    json_members members(value, path);
    identifier_record identifier;
    identifier.type = members.text("type");
    identifier.value = members.text("value");
    identifier.external_source_id = members.optional_text("externalSourceId");
    if (identifier.external_source_id) {
        const auto member = members.path_of("externalSourceId");
        if (identifier.type != "ExternalId") throw member_error(member + " is allowed for ExternalId only");
        if (!is_uuid(*identifier.external_source_id)) throw member_error(member + " must be a UUID");
    }
    members.reject_unknown();
    return identifier;
}

interaction_record read_record(json_members& members) {
    interaction_record record;
    record.interaction_id = members.text("interactionId");
    if (record.interaction_id.size() > longest_id) throw member_error("interactionId is longer than 255 bytes");
    record.organization_id = members.text("organizationId");
    if (!is_uuid(record.organization_id)) throw member_error("organizationId must be a UUID");
    record.channel = members.text("channel");
    if (std::find(channels.begin(), channels.end(), record.channel) == channels.end()) {
        throw member_error("channel \"" + record.channel + "\" is not known");
    }
    const auto time = parse_timestamp(members.text("occurredAt"));
    if (!time) throw member_error("occurredAt must be a time such as 2026-11-23T10:00:00Z");
    record.occurred_at_us = *time;
    record.division_id = members.optional_text("divisionId").value_or("*");
    if (record.division_id != "*" && !is_uuid(record.division_id)) throw member_error("divisionId must be a UUID or *");
    record.integration_id = members.optional_text("integrationId");
    const auto& identifiers = members.array("identifiers");
    if (identifiers.size() > most_identifiers) throw member_error("identifiers holds more than 100");
    for (const auto& each : identifiers) {
        record.identifiers.push_back(read_identifier(each, "identifiers[" + std::to_string(record.identifiers.size()) + "]"));
    }
    members.reject_unknown();
    return record;
}

}  // namespace

boost::system::result<interaction_record, invalid_record> parse_interaction(std::string_view line) {
    boost::system::error_code bad;
    const auto document = boost::json::parse({line.data(), line.size()}, bad);
    if (bad) return invalid_record{"not valid JSON: " + bad.message(), {}};
    std::optional<std::string> id;
    if (const auto* object = document.if_object()) {
        const auto* member = object->if_contains("interactionId");
        if (member != nullptr && member->is_string()) id = std::string(member->get_string());
    }
    try {
        json_members members(document, "");
        return read_record(members);
    } catch (const member_error& error) {
        return invalid_record{error.what(), std::move(id)};
    }
}

void throw_exception_from_error(const invalid_record& error, const boost::source_location&) {
    throw std::runtime_error(error.why);
}

}  // namespace ccphost
