// SPDX-License-Identifier: BSL-1.0
#include "handlers/change_events.hpp"

#include "handlers/contact_writes.hpp"
#include "handlers/external_source_json.hpp"
#include "handlers/profile_json.hpp"
#include "handlers/timestamp.hpp"
#include "storage/contact_repository.hpp"
#include "storage/source_repository.hpp"

#include <boost/json.hpp>

#include <set>
#include <utility>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

using storage::change;

constexpr const char* contact_topic = "v2.externalcontacts.contacts.";
constexpr const char* source_topic = "v2.externalcontacts.externalsources.";

std::string deleted(const std::string& id) {
    return json::serialize(json::object{{"id", id}, {"deleted", true}});
}

// Unlike the API, events name the members of a merge set by id alone.
void render_merge_set(const domain::contact& person, const std::vector<storage::merge_member>& members, json::object& model) {
    if (members.empty()) return;
    model["canonicalContactId"] = person.canonical.text();
    if (person.merged_away()) model["mergedTo"] = person.merged_to.text();
    json::array everyone;
    json::array merged_from;
    for (const auto& member : members) {
        everyone.emplace_back(member.id.text());
        if (member.merged_to == person.id) merged_from.emplace_back(member.id.text());
    }
    model["mergeSet"] = std::move(everyone);
    if (!merged_from.empty()) model["mergedFrom"] = std::move(merged_from);
}

// The ExternalContactsContactChangedTopicContact model.
std::string render_contact(storage::transaction& open, const domain::contact& person,
                           const std::vector<storage::merge_member>& members) {
    json::object model;
    model["id"] = person.id.text();
    model["division"] = json::object{{"id", person.division.text()}};
    model["type"] = domain::to_string(person.type);
    render_profile(person.profile, model);
    model["externalIds"] = render_external_ids(open, person.id);
    render_merge_set(person, members, model);
    model["createDate"] = to_iso_8601(person.created_at);
    model["modifyDate"] = to_iso_8601(person.modified_at);
    return json::serialize(model);
}

// Gathers the events of one batch, so that a contact is told of once however many of its records changed.
class gathering {
public:
    explicit gathering(storage::transaction& open) : open_(open), contacts_(open) {}

    void add(const change& made) {
        if (!seen_.insert(made).second) return;
        made.kind == storage::change_kind::contact ? add_contact(made) : add_source(made);
    }
    [[nodiscard]] std::vector<change_event> take() { return std::move(events_); }

private:
    void put(const domain::organization_id& organization, std::vector<std::string> topics, std::string payload) {
        events_.push_back({organization, std::move(topics), std::move(payload)});
    }

    void add_contact(const change& made) {
        const auto& id = made.subject_id;
        const auto person = contacts_.find(made.organization, domain::contact_id::trusted(id));
        if (!person) return put(made.organization, {contact_topic + id + ".unresolved", contact_topic + id}, deleted(id));
        const auto members =
            person->canonical.empty() ? std::vector<storage::merge_member>() : contacts_.merge_set(person->canonical);
        put(made.organization, {contact_topic + id + ".unresolved"}, render_contact(open_, *person, members));
        add_answering(made.organization, person->canonical.empty() ? person->id : person->canonical, members);
    }

    void add_answering(const domain::organization_id& organization, const domain::contact_id& canonical,
                       const std::vector<storage::merge_member>& members) {
        if (!answering_.emplace(organization, canonical).second) return;
        const auto person = contacts_.find(organization, canonical);
        if (!person) return;
        std::vector<std::string> topics;
        for (const auto& member : members) topics.push_back(contact_topic + member.id.text());
        if (members.empty()) topics.push_back(contact_topic + canonical.text());
        put(organization, std::move(topics), render_contact(open_, *person, members));
    }

    void add_source(const change& made) {
        const auto source =
            storage::source_repository(open_).find(made.organization, domain::source_id::trusted(made.subject_id));
        put(made.organization, {source_topic + made.subject_id},
            source ? json::serialize(render(*source)) : deleted(made.subject_id));
    }

    storage::transaction& open_;
    storage::contact_repository contacts_;
    std::set<change> seen_;
    std::set<std::pair<domain::organization_id, domain::contact_id>> answering_;
    std::vector<change_event> events_;
};

}  // namespace

std::vector<change_event> events_of(storage::transaction& open, std::span<const change> changes) {
    gathering gathered(open);
    for (const auto& made : changes) gathered.add(made);
    return gathered.take();
}

}  // namespace extsrc::handlers
