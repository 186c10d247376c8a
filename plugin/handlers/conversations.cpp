// SPDX-License-Identifier: BSL-1.0
#include "handlers/conversations.hpp"

#include "domain/interaction.hpp"
#include "domain/unicode_text.hpp"
#include "handlers/json_reader.hpp"
#include "identity/contact_book.hpp"
#include "identity/linking.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

// The contract's media types in lower case, and what an interaction that is new to us is recorded as. A message's network is
// not said.
struct media_type {
    std::string_view name;
    std::string_view channel;
};
constexpr std::array media_types{
    media_type{"call", "voice"},
    media_type{"callback", "callback"},
    media_type{"email", "email"},
    media_type{"message", "message"},
    media_type{"chat", "chat"},
    media_type{"cobrowse", "cobrowse"},
    media_type{"video", "video"},
    media_type{"screenshare", "screenshare"},
    media_type{"social_expression", "social"},
};

// A ConversationAssociation.
struct conversation_association {
    identity::named_interaction conversation;
    std::optional<domain::contact_id> contact;
};

void read_media_type(object_reader& body, std::string& channel) {
    const auto given = body.text("mediaType");
    const auto name = domain::to_lower(given.value_or(""));  // clients differ
    const auto known =
        std::find_if(media_types.begin(), media_types.end(), [&](const auto& type) { return type.name == name; });
    if (known == media_types.end())
        return body.fault("mediaType", given ? "value.invalid" : "value.required", "mediaType is not a media type.");
    channel = known->channel;
}

void require(object_reader& body, std::string_view name, const std::string& text) {
    if (text.empty()) body.fault(name, "value.required", std::string(name) + " is missing.");
}

std::optional<domain::contact_id> read_contact_id(object_reader& body) {
    const auto text = body.text("externalContactId").value_or("");
    if (text.empty()) return std::nullopt;
    auto id = domain::contact_id::parse(text);
    if (!id) body.fault("externalContactId", "value.invalid", "externalContactId is not a UUID.");
    return id;
}

domain::result<conversation_association> read_association(const json::object& body, std::string_view conversation) {
    std::vector<domain::field_error> faults;
    object_reader reader(body, "", faults);
    conversation_association wanted;
    wanted.conversation.id = reader.line("conversationId", domain::max_interaction_id);
    require(reader, "conversationId", wanted.conversation.id);
    if (!wanted.conversation.id.empty() && wanted.conversation.id != conversation)
        reader.fault("conversationId", "value.invalid", "conversationId is not the one of the path.");
    // Communications are the host's own; the contract wants one named.
    require(reader, "communicationId", reader.line("communicationId", domain::max_interaction_id));
    read_media_type(reader, wanted.conversation.channel);
    wanted.contact = read_contact_id(reader);
    reader.finish();
    if (!faults.empty()) return to_error(std::move(faults));
    return wanted;
}

}  // namespace

answer associate_conversation(const context& with, const request& asked) {
    const auto body = parse_body(asked.body);
    if (!body) return body.error();
    const auto wanted = read_association(*body, asked.path_parameter("conversationId"));
    if (!wanted) return wanted.error();
    const auto done =
        with.database.write(asked.organization, asked.until, [&](storage::transaction& open) -> domain::result<void> {
            identity::linking agent(open, asked.organization, std::string(asked.principal), with.wall_clock());
            if (!wanted->contact) return agent.unlink(wanted->conversation);
            const auto linked = agent.associate(wanted->conversation, *wanted->contact);
            if (!linked) return linked.error();
            return {};
        });
    if (!done) return done.error();
    return reply("{}", 202);
}

}  // namespace extsrc::handlers
