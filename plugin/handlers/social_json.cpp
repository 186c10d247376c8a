// SPDX-License-Identifier: BSL-1.0
#include "handlers/social_json.hpp"

#include "handlers/phone_json.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

using domain::social_account;
using domain::social_network;

// Reads the one entry of an `ids` array, whose objects have one member.
std::string read_single_id(object_reader& body, std::string_view member) {
    const auto* ids = body.array("ids");
    if (ids == nullptr || ids->empty()) return {};
    if (ids->size() > 1) return body.fault("ids", "too.many", body.path("ids") + " takes one entry."), std::string();
    const std::string path = body.path("ids[0]");
    if (!ids->front().is_object()) return body.fault("ids[0]", "type.mismatch", path + " is not an object."), std::string();
    object_reader entry(ids->front().get_object(), path, body.faults());
    auto id = entry.line(member, domain::max_social_id);
    entry.finish();
    return id;
}

bool is_handle(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

std::string read_screen_name(object_reader& body) {
    auto name = body.line("screenName", domain::max_social_id);
    const bool given = !name.empty();
    if (name.starts_with('@')) name.erase(0, 1);
    if (!is_handle(name) || (given && name.empty()))
        body.fault("screenName", "value.invalid", body.path("screenName") + " takes letters, digits and underscores.");
    return name;
}

void read_twitter(object_reader& body, social_account& account) {
    account.user_id = body.line("id", domain::max_social_id);
    account.name = body.line("name", domain::max_scalar_length);
    account.handle = read_screen_name(body);
    account.verified = body.truth("verified");
    account.url = body.line("profileUrl", domain::max_scalar_length);
}

void read_line_account(object_reader& body, social_account& account) {
    account.user_id = read_single_id(body, "userId");
    account.name = body.line("displayName", domain::max_scalar_length);
}

void read_facebook(object_reader& body, social_account& account) {
    account.user_id = read_single_id(body, "scopedId");
    account.name = body.line("displayName", domain::max_scalar_length);
}

void read_instagram(object_reader& body, social_account& account) {
    read_facebook(body, account);
    account.handle = body.line("handle", domain::max_instagram_handle);
}

// An object without content is no account.
template <class Read>
std::optional<social_account> read_account(object_reader& body, social_network network, Read read) {
    const auto name = domain::social_fields[static_cast<std::size_t>(network)];
    const auto* object = body.object(name);
    if (object == nullptr) return std::nullopt;
    object_reader reader(*object, body.path(name), body.faults());
    social_account account;
    read(reader, account);
    reader.finish();
    if (account == social_account()) return std::nullopt;
    return account;
}

void read_apple_ids(object_reader& body, std::vector<std::string>& ids) {
    const auto* entries = body.array("appleOpaqueIds");
    if (entries == nullptr) return;
    if (entries->size() > domain::max_apple_opaque_ids)
        return body.fault("appleOpaqueIds", "too.many",
                          "A contact can have up to " + std::to_string(domain::max_apple_opaque_ids) + " Apple opaque IDs.");
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const std::string name = "appleOpaqueIds[" + std::to_string(i) + "]";
        if (!(*entries)[i].is_object()) {
            body.fault(name, "type.mismatch", name + " is not an object.");
            continue;
        }
        object_reader entry((*entries)[i].get_object(), body.path(name), body.faults());
        auto value = entry.line("value", domain::max_social_id);
        entry.finish();
        if (!value.empty() && std::find(ids.begin(), ids.end(), value) == ids.end()) ids.push_back(std::move(value));
    }
}

void put(json::object& model, std::string_view name, const std::string& text) {
    if (!text.empty()) model[name] = text;
}

json::object render_twitter(const social_account& account) {
    json::object model;
    put(model, "id", account.user_id);
    put(model, "name", account.name);
    put(model, "screenName", account.handle);
    if (account.verified) model["verified"] = *account.verified;
    put(model, "profileUrl", account.url);
    return model;
}

json::object render_account(const social_account& account, const char* id_member) {
    json::object model;
    auto& ids = model["ids"].emplace_array();
    if (!account.user_id.empty()) ids.push_back(json::object{{id_member, account.user_id}});
    put(model, "displayName", account.name);
    put(model, "handle", account.handle);
    return model;
}

json::object render_whatsapp(const social_account& account) {
    json::object model;
    if (account.number) model["phoneNumber"] = render(*account.number);
    put(model, "displayName", account.name);
    return model;
}

}  // namespace

void read_socials(object_reader& body, domain::contact_profile& profile, std::string_view phone_region) {
    const auto read_whatsapp = [&](object_reader& reader, social_account& account) {
        account.number = read_phone(reader, "phoneNumber", phone_region);
        account.name = reader.line("displayName", domain::max_scalar_length);
    };
    profile.social(social_network::twitter) = read_account(body, social_network::twitter, read_twitter);
    profile.social(social_network::line) = read_account(body, social_network::line, read_line_account);
    profile.social(social_network::facebook) = read_account(body, social_network::facebook, read_facebook);
    profile.social(social_network::whatsapp) = read_account(body, social_network::whatsapp, read_whatsapp);
    profile.social(social_network::instagram) = read_account(body, social_network::instagram, read_instagram);
    read_apple_ids(body, profile.apple_opaque_ids);
}

void render_socials(const domain::contact_profile& profile, json::object& model) {
    if (const auto& account = profile.social(social_network::twitter)) model["twitterId"] = render_twitter(*account);
    if (const auto& account = profile.social(social_network::line)) model["lineId"] = render_account(*account, "userId");
    if (const auto& account = profile.social(social_network::facebook))
        model["facebookId"] = render_account(*account, "scopedId");
    if (const auto& account = profile.social(social_network::whatsapp)) model["whatsAppId"] = render_whatsapp(*account);
    if (const auto& account = profile.social(social_network::instagram))
        model["instagramId"] = render_account(*account, "scopedId");
    if (profile.apple_opaque_ids.empty()) return;
    auto& ids = model["appleOpaqueIds"].emplace_array();
    for (const auto& value : profile.apple_opaque_ids) ids.push_back(json::object{{"value", value}});
}

}  // namespace extsrc::handlers
