// SPDX-License-Identifier: BSL-1.0
#include "storage/search_index.hpp"

#include "domain/search_words.hpp"

#include <soci/soci.h>

#include <string>

namespace extsrc::storage {
namespace {

using soci::use;

void write_sort_keys(transaction& open, const domain::organization_id& organization, const domain::contact& person) {
    const std::string last = domain::sort_key(person.profile.last_name);
    const std::string first = domain::sort_key(person.profile.first_name);
    const std::string middle = domain::sort_key(person.profile.middle_name);
    const std::string title = domain::sort_key(person.profile.title);
    open.sql() << "INSERT INTO searchable_contact (contact_id, organization_id, division_id, last_name, first_name, "
                  "middle_name, title) VALUES (:contact, :organization, :division, :last, :first, :middle, :title)",
        use(person.id.text(), "contact"), use(organization.text(), "organization"), use(person.division.text(), "division"),
        use(last, "last"), use(first, "first"), use(middle, "middle"), use(title, "title");
}

void write_words(transaction& open, const domain::organization_id& organization, const domain::contact& person) {
    std::string word;
    soci::statement insert = (open.sql().prepare << "INSERT INTO contact_word (organization_id, word, contact_id) "
                                                    "VALUES (:organization, :word, :contact)",
                              use(organization.text(), "organization"), use(word, "word"), use(person.id.text(), "contact"));
    for (const auto& one : domain::search_words(person.profile)) {
        word = one;
        insert.execute(true);
    }
}

}  // namespace

void add_to_search(transaction& open, const domain::organization_id& organization, const domain::contact& person) {
    if (!person.searchable()) return;
    write_sort_keys(open, organization, person);
    write_words(open, organization, person);
}

void remove_from_search(transaction& open, const domain::contact_id& contact) {
    for (const char* table : {"searchable_contact", "contact_word"})
        open.sql() << std::string("DELETE FROM ") + table + " WHERE contact_id = :id", use(contact.text(), "id");
}

}  // namespace extsrc::storage
