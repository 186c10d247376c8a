// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_fields.hpp"

#include "domain/contact.hpp"
#include "domain/id.hpp"
#include "domain/unicode_text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

constexpr std::string_view external_ids = "externalIds";
constexpr std::string_view whatsapp_number = "whatsAppId.phoneNumber";

constexpr std::array<std::string_view, 13> server_written{
    "id",         "type",     "identifiers", "createDate", "modifyDate",     "canonicalContact",   "mergeSet",
    "mergedFrom", "mergedTo", "division",    "selfUri",    "mergeOperation", "externalDataSources"};

constexpr std::array<std::string_view, 7> one_values{domain::phone_fields[0], domain::phone_fields[1], domain::phone_fields[2],
                                                     domain::phone_fields[3], whatsapp_number,         "twitterId",
                                                     "externalOrganization"};

constexpr std::array caps{
    list_cap{external_ids, domain::max_external_ids, "external.ids.per.contact"},
    list_cap{"appleOpaqueIds", domain::max_apple_opaque_ids, "apple.opaque.ids.per.contact"},
    list_cap{"lineId.ids", 1, "line.ids.per.contact"},
    list_cap{"facebookId.ids", 1, "facebook.ids.per.contact"},
    list_cap{"instagramId.ids", 1, "instagram.ids.per.contact"},
};

const json::string* text_at(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains({name.data(), name.size()});
    return value == nullptr ? nullptr : value->if_string();
}

std::optional<json::value> identity_of_external_id(const json::value& element) {
    const auto* external_id = element.if_object();
    const auto* source = external_id == nullptr ? nullptr : external_id->if_contains("externalSource");
    if (source == nullptr || !source->is_object()) return std::nullopt;
    const auto* source_text = text_at(source->get_object(), "id");
    const auto* value = text_at(*external_id, "value");
    if (source_text == nullptr || value == nullptr) return std::nullopt;
    const auto id = domain::source_id::parse({source_text->data(), source_text->size()});
    if (!id) return std::nullopt;
    return json::array{id->text(), domain::trim({value->data(), value->size()})};
}

}  // namespace

std::optional<field_path> read_contact_field(object_reader& reader) {
    const auto faults_before = reader.faults().size();
    const auto text = reader.text("field");
    if (reader.faults().size() != faults_before) return std::nullopt;
    auto field = field_path::parse(text.value_or(""));
    const auto refuse = [&reader](std::string_view code, const std::string& why) {
        reader.fault("field", std::string(code), reader.path("field") + why);
        return std::nullopt;
    };
    if (!text) return refuse("value.required", " is required.");
    if (!field) return refuse("path.invalid", " is not a path of names joined by dots, such as $.address.city.");
    if (is_server_written(*field)) return refuse("value.immutable", " names a field that only the server writes.");
    return field;
}

bool is_server_written(const field_path& field) {
    const auto& names = field.names();
    return !names.empty() && std::find(server_written.begin(), server_written.end(), names.front()) != server_written.end();
}

bool is_one_value(const field_path& field) {
    return std::find(one_values.begin(), one_values.end(), field.text()) != one_values.end();
}

bool is_inside_one_value(const field_path& field) {
    const auto text = field.text();
    return std::any_of(one_values.begin(), one_values.end(),
                       [&text](std::string_view whole) { return text.starts_with(std::string(whole) + "."); });
}

bool is_phone(const field_path& field) {
    const auto text = field.text();
    return text == whatsapp_number ||
           std::find(domain::phone_fields.begin(), domain::phone_fields.end(), text) != domain::phone_fields.end();
}

bool is_custom(const field_path& field) {
    return field.names().size() > 1 && field.names().front() == "customFields";
}

std::optional<list_cap> cap_of(const field_path& list) {
    const auto text = list.text();
    for (const auto& cap : caps)
        if (cap.field == text) return cap;
    return std::nullopt;
}

json::value identity_of(const field_path& list, const json::value& element) {
    if (list.text() != external_ids) return element;
    return identity_of_external_id(element).value_or(element);
}

void spell_out_cleared_lists(const json::object& before, json::object& after) {
    const auto* had = before.if_contains(external_ids);
    const auto* has = after.if_contains(external_ids);
    const bool cleared = had != nullptr && !had->is_null() && (has == nullptr || has->is_null());
    if (cleared) after[external_ids].emplace_array();
}

}  // namespace extsrc::handlers
