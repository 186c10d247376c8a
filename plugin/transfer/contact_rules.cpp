// SPDX-License-Identifier: BSL-1.0
#include "transfer/contact_rules.hpp"

#include "domain/contact.hpp"
#include "domain/email_address.hpp"
#include "domain/social_account.hpp"
#include "transfer/value_rules.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <limits>
#include <tuple>
#include <vector>

namespace extsrc::transfer {
namespace {

constexpr std::size_t max_region = 16;
constexpr std::size_t max_e164 = 32;
constexpr std::size_t max_country = 8;
constexpr std::int64_t not_given = -1;
constexpr auto whatsapp_field = static_cast<std::int64_t>(domain::phone_fields.size());
constexpr auto apple = static_cast<std::int64_t>(domain::social_fields.size());

bool is_custom_fields(const std::string& text) {
    if (text.empty()) return true;
    boost::system::error_code failed;
    boost::json::parse_options options;
    options.max_depth = domain::max_custom_fields_depth;
    const auto value = boost::json::parse(text, failed, {}, options);
    return !failed && value.is_object() && !value.get_object().empty() && text.size() <= domain::max_custom_fields_bytes;
}

void check_profile(rules& rule, const storage::contact_row& row) {
    for (const auto& [member, text] : {std::pair{"firstName", &row.first_name},
                                       {"middleName", &row.middle_name},
                                       {"lastName", &row.last_name},
                                       {"salutation", &row.salutation},
                                       {"title", &row.title},
                                       {"externalSystemUrl", &row.external_system_url}})
        rule.line(member, *text, domain::max_scalar_length);
    for (const auto& [member, text] :
         {std::pair{"workEmail", &row.work_email}, {"personalEmail", &row.personal_email}, {"otherEmail", &row.other_email}})
        rule.line(member, *text, domain::max_email_length);
    if (!row.external_organization_id.empty()) rule.uuid("externalOrganizationId", row.external_organization_id);
    rule.number("surveyOptOut", row.survey_opt_out, not_given, 1);
    rule.require(is_custom_fields(row.custom_fields), "customFields", "is no JSON object, or too long or too deep a one");
}

void check_merge(rules& rule, const storage::contact_row& row) {
    for (const auto& [member, text] : {std::pair{"mergedTo", &row.merged_to}, {"canonicalId", &row.canonical_id}})
        if (!text->empty()) rule.uuid(member, *text);
    rule.require(row.merged_to.empty() || !row.canonical_id.empty(), "canonicalId", "is missing of a contact that was merged");
    rule.require(row.merged_to.empty() || row.canonical_id != row.id, "canonicalId", "is the contact's own, which was merged");
    rule.require(!row.merged_to.empty() || row.canonical_id.empty() || row.canonical_id == row.id, "mergedTo",
                 "is missing of a contact that another one answers for");
    rule.require(row.canonical_id.empty() || row.expires_at == 0, "expiresAt", "is set for a contact of a merge set");
}

void check_address(rules& rule, const storage::address_row& row) {
    storage::address_row::columns(row, [&](const char*, const char* member, const auto& text) {
        if (*member != '\0') rule.line(member, text, domain::max_scalar_length);
    });
}

void check_phone(rules& rule, const storage::phone_row& row) {
    rule.number("field", row.field, 0, whatsapp_field);
    rule.line("display", row.display, domain::phone_number::max_length);
    rule.number("extension", row.extension, not_given, std::numeric_limits<std::int64_t>::max());
    rule.number("acceptsSms", row.accepts_sms, not_given, 1);
    rule.line("normalizationCountryCode", row.normalization_country_code, max_region);
    rule.line("userInput", row.user_input, domain::phone_number::max_length);
    rule.line("e164", row.e164, max_e164);
    rule.line("countryCode", row.country_code, max_country);
}

void check_social(rules& rule, const storage::social_row& row) {
    rule.number("network", row.network, 0, apple);
    const auto last = row.network == apple ? static_cast<std::int64_t>(domain::max_apple_opaque_ids) - 1 : 0;
    rule.number("position", row.position, 0, last);
    rule.line("userId", row.user_id, domain::max_social_id);
    rule.line("name", row.name, domain::max_scalar_length);
    rule.line("handle", row.handle, domain::max_social_id);
    rule.line("url", row.url, domain::max_scalar_length);
    rule.number("verified", row.verified, not_given, 1);
}

void check_identifier(rules& rule, const storage::identifier_row& row) {
    rule.division("divisionId", row.division_id);
    rule.identifier("an identifier", row.type, row.source_id, row.value);
    rule.number("owner", row.owner.value, 0, 1);
    rule.time("heldSince", row.held_since);
}

// Whether each part comes after the one before it, so that none is there twice.
template <class Row, class Key>
bool ascend(const std::vector<Row>& rows, const Key& key) {
    return std::adjacent_find(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return !(key(a) < key(b)); }) ==
           rows.end();
}

void check_parts(rules& rule, const storage::contact_row& row) {
    if (row.address) check_address(rule, *row.address);
    for (const auto& phone : row.phones) check_phone(rule, phone);
    for (const auto& social : row.socials) check_social(rule, social);
    for (const auto& held : row.identifiers) check_identifier(rule, held);
    rule.require(ascend(row.phones, [](const auto& each) { return each.field; }), "phones", "are not in order");
    rule.require(ascend(row.socials, [](const auto& each) { return std::tie(each.network, each.position); }), "socials",
                 "are not in order");
    rule.require(ascend(row.identifiers,
                        [](const auto& each) { return std::tie(each.division_id, each.type, each.source_id, each.value); }),
                 "identifiers", "are not in order");
}

}  // namespace

std::string fault_of_contact(const storage::contact_row& row) {
    rules rule;
    rule.uuid("id", row.id);
    rule.division("divisionId", row.division_id);
    rule.require(domain::contact_type_from(row.type).has_value(), "type", "is no type of a contact");
    check_profile(rule, row);
    check_merge(rule, row);
    for (const auto& [member, time] :
         {std::pair{"createdAt", row.created_at}, {"modifiedAt", row.modified_at}, {"expiresAt", row.expires_at}})
        rule.time(member, time);
    check_parts(rule, row);
    return rule.fault();
}

}  // namespace extsrc::transfer
