// SPDX-License-Identifier: BSL-1.0
#include "storage/contact_repository.hpp"

#include "storage/contact_parts.hpp"
#include "storage/custom_fields.hpp"
#include "storage/optional_column.hpp"
#include "storage/search_index.hpp"

#include <soci/soci.h>

#include <utility>

namespace extsrc::storage {
namespace {

using soci::into;
using soci::use;

struct row {
    domain::contact person;
    std::string id, division, type, custom_fields, merged_to, canonical;
    int survey_opt_out = 0;
    domain::timestamp expires_at = 0;
};

domain::contact to_contact(row stored) {
    domain::contact person = std::move(stored.person);
    person.id = domain::contact_id::trusted(std::move(stored.id));
    person.division = domain::division_id::trusted(std::move(stored.division));
    person.type = domain::contact_type_from(stored.type).value_or(domain::contact_type::curated);
    person.merged_to = domain::contact_id::trusted(std::move(stored.merged_to));
    person.canonical = domain::contact_id::trusted(std::move(stored.canonical));
    person.profile.survey_opt_out = truth_from_column(stored.survey_opt_out);
    person.profile.custom_fields = from_column(stored.custom_fields);
    if (stored.expires_at != 0) person.expires_at = stored.expires_at;
    return person;
}

constexpr const char* select_contact =
    "SELECT id, division_id, type, first_name, middle_name, last_name, salutation, title, work_email, personal_email, "
    "other_email, external_system_url, external_organization_id, survey_opt_out, custom_fields, merged_to, canonical_id, "
    "created_at, modified_at, expires_at FROM contact ";

// Binds the columns of select_contact, in its order.
void define_columns(soci::statement& query, row& stored) {
    auto& profile = stored.person.profile;
    for (auto* text : {&stored.id, &stored.division, &stored.type, &profile.first_name, &profile.middle_name,
                       &profile.last_name, &profile.salutation, &profile.title, &profile.emails[0], &profile.emails[1],
                       &profile.emails[2], &profile.external_system_url, &profile.external_organization})
        query.exchange(into(*text));
    query.exchange(into(stored.survey_opt_out));
    for (auto* text : {&stored.custom_fields, &stored.merged_to, &stored.canonical}) query.exchange(into(*text));
    for (auto* time : {&stored.person.created_at, &stored.person.modified_at, &stored.expires_at}) query.exchange(into(*time));
}

void run(soci::statement& query, const std::string& text) {
    query.alloc();
    query.prepare(text);
    query.define_and_bind();
    query.execute();
}

}  // namespace

std::optional<domain::contact> contact_repository::find(const domain::organization_id& organization,
                                                        const domain::contact_id& id) {
    row stored;
    soci::statement query(open_.sql());
    define_columns(query, stored);
    query.exchange(use(id.text(), "id"));
    query.exchange(use(organization.text(), "organization"));
    run(query, std::string(select_contact) + "WHERE id = :id AND organization_id = :organization");
    if (!query.fetch()) return std::nullopt;
    auto person = to_contact(std::move(stored));
    read_parts(open_, person.id, person.profile);
    return person;
}

std::optional<domain::contact> contact_repository::find_canonical(const domain::organization_id& organization,
                                                                  const domain::contact_id& id) {
    auto person = find(organization, id);
    if (!person || !person->merged_away()) return person;
    return find(organization, person->canonical);
}

std::vector<domain::contact> contact_repository::scan(const domain::organization_id& organization,
                                                      const std::optional<domain::division_id>& division,
                                                      const std::string& after, std::size_t limit) {
    std::vector<domain::contact> found;
    {
        row stored;
        const auto most = static_cast<long long>(limit);
        const std::string in_division = division ? "AND division_id = :division " : "";
        soci::statement query(open_.sql());
        define_columns(query, stored);
        query.exchange(use(organization.text(), "organization"));
        if (division) query.exchange(use(division->text(), "division"));
        query.exchange(use(after, "after"));
        query.exchange(use(most, "most"));
        run(query, std::string(select_contact) + "WHERE organization_id = :organization " + in_division +
                       "AND id > :after AND merged_to = '' ORDER BY id LIMIT :most");
        while (query.fetch()) found.push_back(to_contact(stored));
    }
    for (auto& person : found) read_parts(open_, person.id, person.profile);
    return found;
}

void contact_repository::insert(const domain::organization_id& organization, const domain::contact& person) {
    const auto& profile = person.profile;
    const std::string type(domain::to_string(person.type));
    const std::string custom_fields = to_column(profile.custom_fields);
    const int survey = to_column(profile.survey_opt_out);
    const domain::timestamp expires_at = person.expires_at.value_or(0);
    open_.sql()
        << "INSERT INTO contact (id, organization_id, division_id, type, first_name, middle_name, last_name, salutation, "
           "title, work_email, personal_email, other_email, external_system_url, external_organization_id, "
           "survey_opt_out, custom_fields, merged_to, canonical_id, created_at, modified_at, expires_at) "
           "VALUES (:id, :organization, :division, :type, :first, :middle, :last, :salutation, :title, :work_email, "
           ":personal_email, :other_email, :url, :employer, :survey, :custom, :merged_to, :canonical, :created, "
           ":modified, :expires)",
        use(person.id.text(), "id"), use(organization.text(), "organization"), use(person.division.text(), "division"),
        use(type, "type"), use(profile.first_name, "first"), use(profile.middle_name, "middle"), use(profile.last_name, "last"),
        use(profile.salutation, "salutation"), use(profile.title, "title"), use(profile.emails[0], "work_email"),
        use(profile.emails[1], "personal_email"), use(profile.emails[2], "other_email"),
        use(profile.external_system_url, "url"), use(profile.external_organization, "employer"), use(survey, "survey"),
        use(custom_fields, "custom"), use(person.merged_to.text(), "merged_to"), use(person.canonical.text(), "canonical"),
        use(person.created_at, "created"), use(person.modified_at, "modified"), use(expires_at, "expires");
    write_parts(open_, person.id, profile);
    add_to_search(open_, organization, person);
    open_.note(change_kind::contact, organization, person.id.text());
}

void contact_repository::update(const domain::organization_id& organization, const domain::contact& person) {
    const auto& profile = person.profile;
    const std::string type(domain::to_string(person.type));
    const std::string custom_fields = to_column(profile.custom_fields);
    const int survey = to_column(profile.survey_opt_out);
    const domain::timestamp expires_at = person.expires_at.value_or(0);
    open_.sql() << "UPDATE contact SET type = :type, first_name = :first, middle_name = :middle, last_name = :last, "
                   "salutation = :salutation, title = :title, work_email = :work_email, personal_email = :personal_email, "
                   "other_email = :other_email, external_system_url = :url, external_organization_id = :employer, "
                   "survey_opt_out = :survey, custom_fields = :custom, modified_at = :modified, expires_at = :expires "
                   "WHERE id = :id",
        use(type, "type"), use(profile.first_name, "first"), use(profile.middle_name, "middle"), use(profile.last_name, "last"),
        use(profile.salutation, "salutation"), use(profile.title, "title"), use(profile.emails[0], "work_email"),
        use(profile.emails[1], "personal_email"), use(profile.emails[2], "other_email"),
        use(profile.external_system_url, "url"), use(profile.external_organization, "employer"), use(survey, "survey"),
        use(custom_fields, "custom"), use(person.modified_at, "modified"), use(expires_at, "expires"),
        use(person.id.text(), "id");
    remove_parts(open_, person.id);
    write_parts(open_, person.id, profile);
    remove_from_search(open_, person.id);
    add_to_search(open_, organization, person);
    open_.note(change_kind::contact, organization, person.id.text());
}

void contact_repository::remove(const domain::organization_id& organization, const domain::contact_id& id) {
    auto& sql = open_.sql();
    sql << "DELETE FROM decision WHERE organization_id = :organization AND interaction_id IN "
           "(SELECT interaction_id FROM interaction_link WHERE contact_id = :id)",
        use(organization.text(), "organization"), use(id.text(), "id");
    sql << "DELETE FROM contact WHERE id = :id", use(id.text(), "id");
    open_.note(change_kind::contact, organization, id.text());
}

void contact_repository::renew(const domain::contact_id& id, domain::timestamp expires_at) {
    open_.sql() << "UPDATE contact SET expires_at = :until WHERE id = :id AND expires_at > 0 AND expires_at < :same",
        use(expires_at, "until"), use(id.text(), "id"), use(expires_at, "same");
}

void contact_repository::identify(const domain::organization_id& organization, const domain::contact_id& id) {
    open_.sql() << "UPDATE contact SET type = 'Identified' WHERE id = :id AND type = 'Ephemeral'", use(id.text(), "id");
    open_.note(change_kind::contact, organization, id.text());
}

std::vector<merge_member> contact_repository::merge_set(const domain::contact_id& canonical) {
    std::string id;
    std::string merged_to;
    std::vector<merge_member> members;
    soci::statement query =
        (open_.sql().prepare << "SELECT id, merged_to FROM contact WHERE canonical_id = :canonical ORDER BY created_at, id",
         into(id), into(merged_to), use(canonical.text(), "canonical"));
    query.execute();
    while (query.fetch()) members.push_back({domain::contact_id::trusted(id), domain::contact_id::trusted(merged_to)});
    return members;
}

void contact_repository::set_canonical(const domain::organization_id& organization, const domain::contact_id& member,
                                       const domain::contact_id& canonical) {
    open_.sql() << "UPDATE contact SET canonical_id = :canonical WHERE id = :id", use(canonical.text(), "canonical"),
        use(member.text(), "id");
    open_.note(change_kind::contact, organization, member.text());
}

void contact_repository::set_merged_to(const domain::organization_id& organization, const domain::contact_id& id,
                                       const domain::contact_id& into_contact) {
    open_.sql() << "UPDATE contact SET merged_to = :into, expires_at = 0 WHERE id = :id", use(into_contact.text(), "into"),
        use(id.text(), "id");
    remove_from_search(open_, id);
    open_.note(change_kind::contact, organization, id.text());
}

std::vector<expired_contact> contact_repository::expired(domain::timestamp now, std::size_t limit) {
    std::string organization;
    std::string id;
    const auto most = static_cast<long long>(limit);
    std::vector<expired_contact> found;
    soci::statement query = (open_.sql().prepare << "SELECT organization_id, id FROM contact WHERE expires_at > 0 "
                                                    "AND expires_at < :now LIMIT :most",
                             into(organization), into(id), use(now, "now"), use(most, "most"));
    query.execute();
    while (query.fetch()) found.push_back({domain::organization_id::trusted(organization), domain::contact_id::trusted(id)});
    return found;
}

}  // namespace extsrc::storage
