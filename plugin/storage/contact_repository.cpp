// SPDX-License-Identifier: BSL-1.0
#include "storage/contact_repository.hpp"

#include "storage/contact_parts.hpp"

#include <soci/soci.h>

#include <utility>

namespace extsrc::storage {
namespace {

using soci::into;
using soci::use;

// Optional truth values are stored as 0, 1 or -1 for "not said".
constexpr int not_said = -1;

struct row {
    domain::contact person;
    std::string id;
    std::string division;
    std::string type;
    int survey_opt_out = not_said;
    domain::timestamp expires_at = 0;
};

domain::contact to_contact(row stored) {
    domain::contact person = std::move(stored.person);
    person.id = domain::contact_id::trusted(std::move(stored.id));
    person.division = domain::division_id::trusted(std::move(stored.division));
    person.type = domain::contact_type_from(stored.type).value_or(domain::contact_type::curated);
    if (stored.survey_opt_out != not_said) person.profile.survey_opt_out = stored.survey_opt_out == 1;
    if (stored.expires_at != 0) person.expires_at = stored.expires_at;
    return person;
}

constexpr const char* select_contact =
    "SELECT id, division_id, type, first_name, middle_name, last_name, salutation, title, work_email, personal_email, "
    "other_email, "
    "external_system_url, survey_opt_out, custom_fields, created_at, modified_at, expires_at FROM contact ";

// Binds the columns of select_contact, in its order.
void define_columns(soci::statement& query, row& stored) {
    auto& profile = stored.person.profile;
    query.exchange(into(stored.id));
    query.exchange(into(stored.division));
    query.exchange(into(stored.type));
    for (auto* text : {&profile.first_name, &profile.middle_name, &profile.last_name, &profile.salutation, &profile.title,
                       &profile.emails[0], &profile.emails[1], &profile.emails[2], &profile.external_system_url})
        query.exchange(into(*text));
    query.exchange(into(stored.survey_opt_out));
    query.exchange(into(profile.custom_fields));
    query.exchange(into(stored.person.created_at));
    query.exchange(into(stored.person.modified_at));
    query.exchange(into(stored.expires_at));
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
    read_parts(person);
    return person;
}

std::vector<domain::contact> contact_repository::scan(const scope& where, const std::string& after, std::size_t limit) {
    std::vector<domain::contact> found;
    {
        row stored;
        const auto most = static_cast<long long>(limit);
        soci::statement query(open_.sql());
        define_columns(query, stored);
        query.exchange(use(where.organization.text(), "organization"));
        query.exchange(use(where.division.text(), "division"));
        query.exchange(use(after, "after"));
        query.exchange(use(most, "most"));
        run(query,
            std::string(select_contact) +
                "WHERE organization_id = :organization AND division_id = :division AND id > :after ORDER BY id LIMIT :most");
        while (query.fetch()) found.push_back(to_contact(stored));
    }
    for (auto& person : found) read_parts(person);
    return found;
}

void contact_repository::insert(const domain::organization_id& organization, const domain::contact& person) {
    const auto& profile = person.profile;
    const std::string type(domain::to_string(person.type));
    const int survey = profile.survey_opt_out ? static_cast<int>(*profile.survey_opt_out) : not_said;
    const domain::timestamp expires_at = person.expires_at.value_or(0);
    open_.sql() << "INSERT INTO contact (id, organization_id, division_id, type, first_name, middle_name, last_name, "
                   "salutation, title, "
                   "work_email, personal_email, other_email, external_system_url, survey_opt_out, custom_fields, created_at, "
                   "modified_at, expires_at) VALUES (:id, :organization, :division, :type, :first, :middle, :last, "
                   ":salutation, :title, "
                   ":work_email, :personal_email, :other_email, :url, :survey, :custom, :created, :modified, :expires)",
        use(person.id.text(), "id"), use(organization.text(), "organization"), use(person.division.text(), "division"),
        use(type, "type"), use(profile.first_name, "first"), use(profile.middle_name, "middle"), use(profile.last_name, "last"),
        use(profile.salutation, "salutation"), use(profile.title, "title"), use(profile.emails[0], "work_email"),
        use(profile.emails[1], "personal_email"), use(profile.emails[2], "other_email"),
        use(profile.external_system_url, "url"), use(survey, "survey"), use(profile.custom_fields, "custom"),
        use(person.created_at, "created"), use(person.modified_at, "modified"), use(expires_at, "expires");
    write_parts(person);
}

void contact_repository::update(const domain::contact& person) {
    const auto& profile = person.profile;
    const int survey = profile.survey_opt_out ? static_cast<int>(*profile.survey_opt_out) : not_said;
    auto& sql = open_.sql();
    sql << "UPDATE contact SET first_name = :first, middle_name = :middle, last_name = :last, salutation = :salutation, title "
           "= :title, "
           "work_email = :work_email, personal_email = :personal_email, other_email = :other_email, external_system_url = "
           ":url, "
           "survey_opt_out = :survey, custom_fields = :custom, modified_at = :modified WHERE id = :id",
        use(profile.first_name, "first"), use(profile.middle_name, "middle"), use(profile.last_name, "last"),
        use(profile.salutation, "salutation"), use(profile.title, "title"), use(profile.emails[0], "work_email"),
        use(profile.emails[1], "personal_email"), use(profile.emails[2], "other_email"),
        use(profile.external_system_url, "url"), use(survey, "survey"), use(profile.custom_fields, "custom"),
        use(person.modified_at, "modified"), use(person.id.text(), "id");
    sql << "DELETE FROM contact_phone WHERE contact_id = :id", use(person.id.text(), "id");
    sql << "DELETE FROM contact_address WHERE contact_id = :id", use(person.id.text(), "id");
    write_parts(person);
}

void contact_repository::remove(const domain::organization_id& organization, const domain::contact_id& id) {
    auto& sql = open_.sql();
    sql << "DELETE FROM decision WHERE organization_id = :organization AND interaction_id IN "
           "(SELECT interaction_id FROM interaction_link WHERE contact_id = :id)",
        use(organization.text(), "organization"), use(id.text(), "id");
    sql << "DELETE FROM contact WHERE id = :id", use(id.text(), "id");
}

void contact_repository::renew(const domain::contact_id& id, domain::timestamp expires_at) {
    open_.sql() << "UPDATE contact SET expires_at = :until WHERE id = :id AND expires_at > 0 AND expires_at < :same",
        use(expires_at, "until"), use(id.text(), "id"), use(expires_at, "same");
}

void contact_repository::read_parts(domain::contact& person) {
    person.profile.phones = read_phones(open_, person.id);
    person.profile.address = read_address(open_, person.id);
}

void contact_repository::write_parts(const domain::contact& person) {
    write_phones(open_, person.id, person.profile.phones);
    if (person.profile.address) write_address(open_, person.id, *person.profile.address);
}

}  // namespace extsrc::storage
