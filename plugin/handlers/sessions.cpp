// SPDX-License-Identifier: BSL-1.0
#include "handlers/sessions.hpp"

#include "domain/channel_resolution.hpp"
#include "handlers/contact_call.hpp"
#include "handlers/paths.hpp"
#include "handlers/query.hpp"
#include "handlers/timestamp.hpp"
#include "storage/interaction_repository.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

using domain::result;
using storage::interaction_repository;
using storage::linked_interaction;

std::string to_position(const linked_interaction& one) {
    return std::to_string(one.occurred_at) + "|" + one.id;
}

// The codec vouches for the form.
std::optional<linked_interaction> from_position(const std::string& position) {
    if (position.empty()) return std::nullopt;
    linked_interaction last;
    const auto [end, failed] = std::from_chars(position.data(), position.data() + position.size(), last.occurred_at);
    if (failed != std::errc()) return std::nullopt;
    last.id = position.substr(static_cast<std::size_t>(end - position.data()) + 1);
    return last;
}

// How the contract calls a channel; a message's network is a matter of its own.
struct channel_row {
    std::string_view channel;
    std::string_view type;
    std::string_view message_type;
};
constexpr std::array channel_rows{
    channel_row{"voice", "Voice", ""},
    channel_row{"callback", "Callback", ""},
    channel_row{"email", "Email", ""},
    channel_row{"sms", "Message", "Sms"},
    channel_row{domain::web_messaging, "Message", "WebMessaging"},
    channel_row{domain::signed_in_web_messaging, "Message", "WebMessaging"},
    channel_row{"openmessaging", "Message", "Open"},
    channel_row{"whatsapp", "Message", "WhatsApp"},
    channel_row{"facebook", "Message", "Facebook"},
    channel_row{"instagram", "Message", "Instagram"},
    channel_row{"x", "Message", "Twitter"},
    channel_row{"line", "Message", "Line"},
    channel_row{"apple", "Message", "Apple"},
    channel_row{"message", "Message", ""},
    channel_row{"chat", "Chat", ""},
    channel_row{"cobrowse", "Cobrowse", ""},
    channel_row{"video", "Video", ""},
    channel_row{"screenshare", "Screenshare", ""},
};

json::object render_channel(std::string_view channel) {
    const auto known =
        std::find_if(channel_rows.begin(), channel_rows.end(), [&](const auto& row) { return row.channel == channel; });
    if (known == channel_rows.end()) return {{"type", "Unknown"}};
    json::object model{{"type", known->type}};
    if (!known->message_type.empty()) model["messageType"] = known->message_type;
    return model;
}

json::object attribute(std::string_view value) {
    return {{"dataType", "string"}, {"value", value}};
}

// The Session model. All that is known of an interaction is that it arrived, which is its one event.
json::object render(const linked_interaction& one) {
    const auto arrived = to_iso_8601(one.occurred_at);
    json::object model;
    model["id"] = one.id;
    model["type"] = "conversation";
    model["externalContact"] =
        json::object{{"id", one.contact.text()}, {"selfUri", std::string(paths::contacts) + "/" + one.contact.text()}};
    model["conversation"] = json::object{{"id", one.id}, {"selfUri", with_segment(paths::conversations, one.id)}};
    model["conversationChannels"] = json::array{render_channel(one.channel)};
    model["authenticated"] = one.channel == domain::signed_in_web_messaging;
    model["eventCount"] = 1;
    model["lastEvent"] = json::object{{"id", one.id}, {"eventName", "arrived"}, {"createdDate", arrived}};
    model["attributes"] = json::object{{"identityResolution.outcome", attribute(domain::to_string(one.result))},
                                       {"identityResolution.reason", attribute(one.reason)}};
    model["createdDate"] = arrived;
    return model;
}

// What is listed: the merge set of the contact that answers for the id, or the links of the very id.
result<interaction_repository::listing> listing_of(storage::transaction& open, const request& asked,
                                                   const domain::contact_id& id, bool merge_set) {
    storage::contact_repository contacts(open);
    const auto person = merge_set ? contacts.find_canonical(asked.organization, id) : contacts.find(asked.organization, id);
    if (!person) return identity::no_such_contact();
    return interaction_repository::listing{person->id, merge_set, {}, 0};
}

}  // namespace

answer list_sessions(const context& with, const request& asked) {
    const auto id = contact_of(asked);
    if (!id) return id.error();
    const auto size = read_number(asked, "pageSize", {1, 200, 25});
    if (!size) return size.error();
    const auto merged = read_flag(asked, "includeMerged");
    if (!merged) return merged.error();
    const bool merge_set = merged->value_or(true);
    const std::string cursor_of = "sessions|" + id->text() + (merge_set ? "|merged" : "");
    const auto after = with.cursors.read(asked.query_parameter("after"), cursor_of, asked.organization, with.wall_clock());
    if (!after) return after.error();

    const auto found =
        with.database.read(asked.until, [&](storage::transaction& open) -> result<std::vector<linked_interaction>> {
            auto wanted = listing_of(open, asked, *id, merge_set);
            if (!wanted) return wanted.error();
            wanted->after = from_position(*after);
            wanted->limit = *size + 1;
            return interaction_repository(open).list(*wanted);
        });
    if (!found) return found.error();
    const std::string path = std::string(paths::contacts) + "/" + id->text() + "/journey/sessions";
    json::object page;
    auto& entities = page["entities"].emplace_array();
    for (std::size_t i = 0; i < std::min(found->size(), *size); ++i) entities.push_back(render((*found)[i]));
    page["selfUri"] = path;
    if (found->size() > *size) {
        const auto token =
            with.cursors.make(cursor_of, asked.organization, to_position((*found)[*size - 1]), with.wall_clock());
        page["nextUri"] = with_query(path, {{"after", token},
                                            {"pageSize", std::to_string(*size)},
                                            {"includeMerged", std::string(asked.query_parameter("includeMerged"))}});
    }
    return reply(json::serialize(page));
}

}  // namespace extsrc::handlers
