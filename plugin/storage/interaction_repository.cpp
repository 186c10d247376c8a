// SPDX-License-Identifier: BSL-1.0
#include "storage/interaction_repository.hpp"

#include <soci/soci.h>

#include <limits>
#include <utility>

namespace extsrc::storage {
namespace {

using soci::into;
using soci::use;

domain::outcome outcome_from(const std::string& name) {
    for (const auto known : {domain::outcome::matched, domain::outcome::created, domain::outcome::merged})
        if (domain::to_string(known) == name) return known;
    return domain::outcome::unresolved;
}

}  // namespace

std::optional<domain::contact_id> interaction_repository::link(const domain::organization_id& organization,
                                                               const std::string& interaction_id) {
    std::string contact;
    auto& sql = open_.sql();
    sql << "SELECT contact_id FROM interaction_link WHERE organization_id = :organization AND interaction_id = :interaction",
        into(contact), use(organization.text(), "organization"), use(interaction_id, "interaction");
    if (!sql.got_data()) return std::nullopt;
    return domain::contact_id::trusted(std::move(contact));
}

std::optional<domain::decision> interaction_repository::decision(const domain::organization_id& organization,
                                                                 const std::string& interaction_id) {
    std::string outcome, contact, type, source;
    domain::identifier matched;
    domain::decision made;
    auto& sql = open_.sql();
    sql << "SELECT outcome, contact_id, matched_type, matched_source_id, matched_value, reason, decided_by FROM decision "
           "WHERE organization_id = :organization AND interaction_id = :interaction",
        into(outcome), into(contact), into(type), into(source), into(matched.value), into(made.reason), into(made.decided_by),
        use(organization.text(), "organization"), use(interaction_id, "interaction");
    if (!sql.got_data()) return std::nullopt;
    made.result = outcome_from(outcome);
    if (!contact.empty()) made.contact = domain::contact_id::trusted(std::move(contact));
    if (const auto known = domain::identifier_type_from(type)) {
        matched.type = *known;
        if (!source.empty()) matched.source = domain::source_id::trusted(std::move(source));
        made.matched = std::move(matched);
    }
    return made;
}

void interaction_repository::insert_link(const domain::interaction& arrived, const domain::contact_id& contact) {
    open_.sql() << "INSERT INTO interaction_link (organization_id, interaction_id, contact_id, channel, occurred_at) "
                   "VALUES (:organization, :interaction, :contact, :channel, :at)",
        use(arrived.organization.text(), "organization"), use(arrived.id, "interaction"), use(contact.text(), "contact"),
        use(arrived.channel, "channel"), use(arrived.occurred_at, "at");
}

void interaction_repository::put_decision(const domain::interaction& arrived, const domain::decision& made,
                                          domain::timestamp now) {
    const std::string outcome(domain::to_string(made.result));
    const std::string contact = made.contact ? made.contact->text() : std::string();
    const std::string type = made.matched ? std::string(domain::to_string(made.matched->type)) : std::string();
    const std::string source = made.matched && made.matched->source ? made.matched->source->text() : std::string();
    const std::string value = made.matched ? made.matched->value : std::string();
    auto& sql = open_.sql();
    sql << "DELETE FROM decision WHERE organization_id = :organization AND interaction_id = :interaction",
        use(arrived.organization.text(), "organization"), use(arrived.id, "interaction");
    sql << "INSERT INTO decision (organization_id, interaction_id, outcome, contact_id, matched_type, matched_source_id, "
           "matched_value, reason, decided_at, decided_by) "
           "VALUES (:organization, :interaction, :outcome, :contact, :type, :source, :value, :reason, :at, :by)",
        use(arrived.organization.text(), "organization"), use(arrived.id, "interaction"), use(outcome, "outcome"),
        use(contact, "contact"), use(type, "type"), use(source, "source"), use(value, "value"), use(made.reason, "reason"),
        use(now, "at"), use(made.decided_by, "by");
}

bool interaction_repository::move_link(const domain::organization_id& organization, const std::string& interaction_id,
                                       const domain::contact_id& contact) {
    soci::statement update =
        (open_.sql().prepare << "UPDATE interaction_link SET contact_id = :contact "
                                "WHERE organization_id = :organization AND interaction_id = :interaction",
         use(contact.text(), "contact"), use(organization.text(), "organization"), use(interaction_id, "interaction"));
    update.execute(true);
    return update.get_affected_rows() > 0;
}

bool interaction_repository::remove_link(const domain::organization_id& organization, const std::string& interaction_id) {
    soci::statement removal = (open_.sql().prepare << "DELETE FROM interaction_link "
                                                      "WHERE organization_id = :organization AND interaction_id = :interaction",
                               use(organization.text(), "organization"), use(interaction_id, "interaction"));
    removal.execute(true);
    return removal.get_affected_rows() > 0;
}

std::vector<linked_interaction> interaction_repository::list(const listing& wanted) {
    linked_interaction row;
    std::string contact;
    std::string outcome;
    const std::string whose = wanted.merge_set ? "(SELECT id FROM contact WHERE id = :contact OR canonical_id = :canonical)"
                                               : "(:contact, :canonical)";
    const auto before_at = wanted.after ? wanted.after->occurred_at : std::numeric_limits<domain::timestamp>::max();
    const std::string before_id = wanted.after ? wanted.after->id : std::string();
    const auto most = static_cast<long long>(wanted.limit);
    std::vector<linked_interaction> found;
    soci::statement query =
        (open_.sql().prepare << "SELECT l.interaction_id, l.channel, l.occurred_at, l.contact_id, COALESCE(d.outcome, ''), "
                                "COALESCE(d.reason, '') FROM interaction_link l LEFT JOIN decision d "
                                "ON d.organization_id = l.organization_id AND d.interaction_id = l.interaction_id "
                                "WHERE l.contact_id IN " +
                                    whose +
                                    " AND (l.occurred_at < :before OR (l.occurred_at = :same AND l.interaction_id < :id)) "
                                    "ORDER BY l.occurred_at DESC, l.interaction_id DESC LIMIT :most",
         into(row.id), into(row.channel), into(row.occurred_at), into(contact), into(outcome), into(row.reason),
         use(wanted.contact.text(), "contact"), use(wanted.contact.text(), "canonical"), use(before_at, "before"),
         use(before_at, "same"), use(before_id, "id"), use(most, "most"));
    query.execute();
    while (query.fetch()) {
        row.contact = domain::contact_id::trusted(contact);
        row.result = outcome_from(outcome);
        found.push_back(row);
    }
    return found;
}

}  // namespace extsrc::storage
