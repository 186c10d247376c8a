// SPDX-License-Identifier: BSL-1.0
#include "domain/identifier.hpp"

#include "domain/email_address.hpp"
#include "domain/phone_number.hpp"
#include "domain/unicode_text.hpp"

#include <algorithm>
#include <utility>

namespace extsrc::domain {
namespace {

struct type_row {
    identifier_type type;
    std::string_view name;
    int rank;
    identifier_cap cap;
};

constexpr identifier_cap common_cap{100, "identifiers.per.contact"};

constexpr std::array<type_row, 12> types{{
    {identifier_type::external_id, "ExternalId", 0, {10, "external.ids.per.contact"}},
    {identifier_type::email, "Email", 1, common_cap},
    {identifier_type::phone, "Phone", 2, common_cap},
    {identifier_type::social_line, "SocialLine", 3, {1, "line.ids.per.contact"}},
    {identifier_type::social_facebook, "SocialFacebook", 3, {1, "facebook.ids.per.contact"}},
    {identifier_type::social_twitter, "SocialTwitter", 3, common_cap},
    {identifier_type::social_whatsapp, "SocialWhatsapp", 3, common_cap},
    {identifier_type::social_whatsapp_bsuid, "SocialWhatsappBsuid", 3, common_cap},
    {identifier_type::social_instagram, "SocialInstagram", 3, {1, "instagram.ids.per.contact"}},
    {identifier_type::social_instagram_handle, "SocialInstagramHandle", 3, common_cap},
    {identifier_type::apple_opaque_id, "AppleOpaqueId", 3, {10, "apple.opaque.ids.per.contact"}},
    {identifier_type::cookie, "Cookie", 4, common_cap},
}};

const type_row& row(identifier_type type) {
    return types[static_cast<std::size_t>(type)];
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// People write the names of accounts with an @ or without.
bool is_handle(identifier_type type) {
    return type == identifier_type::social_twitter || type == identifier_type::social_instagram_handle;
}

result<std::string> normal_phone(std::string typed, std::string_view region, std::string_view field) {
    if (auto e164 = to_e164(typed, region)) return *e164;
    if (!has_digit(typed)) return invalid_field(std::string(field), "phone.invalid", std::string(field) + " has no digit.");
    return typed;
}

result<std::string> normal_value(identifier_type type, std::string_view value, std::string_view region,
                                 std::string_view field) {
    if (type == identifier_type::email) {
        const auto address = parse_email(value, field);
        if (!address) return address.error();
        return normal_email(*address);
    }
    auto typed = single_line(field, value, identifier::max_value);
    if (!typed) return typed.error();
    if (typed->empty()) return invalid_field(std::string(field), "value.required", std::string(field) + " is empty.");
    if (type == identifier_type::phone) return normal_phone(std::move(*typed), region, field);
    if (is_handle(type) && typed->size() > 1 && typed->starts_with('@')) return typed->substr(1);
    if (type == identifier_type::social_whatsapp) {
        const auto e164 = to_e164(typed->starts_with('+') ? *typed : "+" + *typed, region);
        return e164 ? e164->substr(1) : std::move(*typed);
    }
    return typed;
}

}  // namespace

std::string_view to_string(identifier_type type) {
    return row(type).name;
}

std::optional<identifier_type> identifier_type_from(std::string_view name) {
    const auto found = std::find_if(types.begin(), types.end(), [&](const type_row& r) { return r.name == name; });
    return found == types.end() ? std::nullopt : std::optional(found->type);
}

int resolution_rank(identifier_type type) {
    return row(type).rank;
}

identifier_cap cap_of(identifier_type type) {
    return row(type).cap;
}

result<identifier> make_identifier(identifier_type type, const std::optional<source_id>& source, std::string_view value,
                                   std::string_view phone_region, const identifier_fields& fields) {
    const std::string source_field(fields.source);
    if (type == identifier_type::external_id && !source)
        return invalid_field(source_field, "value.required", "An ExternalId names its external source.");
    if (type != identifier_type::external_id && source)
        return invalid_field(source_field, "value.invalid", "Only an ExternalId has an external source.");
    auto normal = normal_value(type, value, phone_region, fields.value);
    if (!normal) return normal.error();
    if (code_points(*normal) > identifier::max_value)
        return invalid_field(
            std::string(fields.value), "value.too.long",
            std::string(fields.value) + " is longer than " + std::to_string(identifier::max_value) + " characters.");
    return identifier{type, source, std::move(*normal)};
}

result<std::string> make_external_id_value(std::string_view value) {
    return normal_value(identifier_type::external_id, value, {}, identifier_fields{}.value);
}

}  // namespace extsrc::domain
