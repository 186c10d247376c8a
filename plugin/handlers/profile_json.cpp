// SPDX-License-Identifier: BSL-1.0
#include "handlers/profile_json.hpp"

#include "domain/email_address.hpp"
#include "domain/unicode_text.hpp"
#include "handlers/json_values.hpp"
#include "handlers/phone_json.hpp"
#include "handlers/social_json.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <array>
#include <map>
#include <string>
#include <utility>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

// Texts of one line with the contract's common limit, by their names on the wire.
struct text_field {
    std::string_view name;
    std::string domain::contact_profile::*member;
};
constexpr std::array text_fields{
    text_field{"firstName", &domain::contact_profile::first_name},
    text_field{"middleName", &domain::contact_profile::middle_name},
    text_field{"lastName", &domain::contact_profile::last_name},
    text_field{"salutation", &domain::contact_profile::salutation},
    text_field{"title", &domain::contact_profile::title},
};

struct address_field {
    std::string_view name;
    std::string domain::contact_address::*member;
};
constexpr std::array address_fields{
    address_field{"address1", &domain::contact_address::address1},
    address_field{"address2", &domain::contact_address::address2},
    address_field{"city", &domain::contact_address::city},
    address_field{"state", &domain::contact_address::state},
    address_field{"postalCode", &domain::contact_address::postal_code},
    address_field{"countryCode", &domain::contact_address::country_code},
};

std::string read_email(object_reader& reader, std::string_view name) {
    const auto text = reader.text(name);
    if (!text || domain::trim(*text).empty()) return {};
    auto address = domain::parse_email(*text, reader.path(name));
    if (!address) return reader.fault(address.error()), std::string();
    return std::move(*address);
}

std::string read_url(object_reader& reader, std::string_view name) {
    std::string text = reader.line(name, domain::max_scalar_length);
    if (text.empty()) return text;
    const auto url = boost::urls::parse_uri(text);
    const bool web = url && !url->host().empty() &&
                     (url->scheme_id() == boost::urls::scheme::http || url->scheme_id() == boost::urls::scheme::https);
    if (!web) reader.fault(name, "url.invalid", reader.path(name) + " is not an http or https URL.");
    return text;
}

std::optional<domain::contact_address> read_address(object_reader& body) {
    const auto* object = body.object("address");
    if (object == nullptr) return std::nullopt;
    object_reader reader(*object, body.path("address"), body.faults());
    domain::contact_address address;
    for (const auto& field : address_fields) address.*field.member = reader.line(field.name, domain::max_scalar_length);
    reader.finish();
    if (address == domain::contact_address()) return std::nullopt;
    return address;
}

std::map<std::string, std::string> read_custom_fields(object_reader& body) {
    std::map<std::string, std::string> custom_fields;
    const auto* fields = body.object("customFields");
    if (fields == nullptr) return custom_fields;
    for (const auto& field : *fields) custom_fields.emplace(field.key(), json::serialize(field.value()));
    if (depth_of(*fields) > domain::max_custom_fields_depth)
        body.fault("customFields", "value.too.deep",
                   "customFields are nested deeper than " + std::to_string(domain::max_custom_fields_depth) + " levels.");
    if (json::serialize(*fields).size() > domain::max_custom_fields_bytes)
        body.fault("customFields", "value.too.long",
                   "customFields take more than " + std::to_string(domain::max_custom_fields_bytes) + " bytes.");
    return custom_fields;
}

// Organizations are the host's; the contact keeps which one it belongs to. A whole one may stand where its id is wanted.
std::string read_organization(object_reader& body) {
    const auto* object = body.object("externalOrganization");
    if (object == nullptr) return {};
    object_reader reader(*object, body.path("externalOrganization"), body.faults());
    const auto text = reader.text("id").value_or("");
    if (text.empty()) return {};
    const auto id = domain::canonical_uuid(text);
    if (!id) reader.fault("id", "value.invalid", reader.path("id") + " is not a UUID.");
    return id.value_or("");
}

}  // namespace

domain::contact_profile read_profile(object_reader& body, std::string_view phone_region) {
    domain::contact_profile profile;
    for (const auto& field : text_fields) profile.*field.member = body.line(field.name, domain::max_scalar_length);
    for (std::size_t i = 0; i < domain::email_fields.size(); ++i) profile.emails[i] = read_email(body, domain::email_fields[i]);
    for (std::size_t i = 0; i < domain::phone_fields.size(); ++i)
        profile.phones[i] = read_phone(body, domain::phone_fields[i], phone_region);
    profile.address = read_address(body);
    profile.survey_opt_out = body.truth("surveyOptOut");
    profile.external_system_url = read_url(body, "externalSystemUrl");
    profile.external_organization = read_organization(body);
    read_socials(body, profile, phone_region);
    profile.custom_fields = read_custom_fields(body);
    return profile;
}

void render_profile(const domain::contact_profile& profile, json::object& model) {
    for (const auto& field : text_fields)
        if (!(profile.*field.member).empty()) model[field.name] = profile.*field.member;
    for (std::size_t i = 0; i < domain::phone_fields.size(); ++i)
        if (profile.phones[i]) model[domain::phone_fields[i]] = render(*profile.phones[i]);
    for (std::size_t i = 0; i < domain::email_fields.size(); ++i)
        if (!profile.emails[i].empty()) model[domain::email_fields[i]] = profile.emails[i];
    if (profile.address) {
        auto& address = model["address"].emplace_object();
        for (const auto& field : address_fields)
            if (!((*profile.address).*field.member).empty()) address[field.name] = (*profile.address).*field.member;
    }
    if (profile.survey_opt_out) model["surveyOptOut"] = *profile.survey_opt_out;
    if (!profile.external_system_url.empty()) model["externalSystemUrl"] = profile.external_system_url;
    if (!profile.external_organization.empty()) model["externalOrganization"] = {{"id", profile.external_organization}};
    render_socials(profile, model);
    if (profile.custom_fields.empty()) return;
    auto& custom_fields = model["customFields"].emplace_object();
    for (const auto& [name, value] : profile.custom_fields) custom_fields[name] = json::parse(value);
}

}  // namespace extsrc::handlers
