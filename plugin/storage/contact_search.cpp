// SPDX-License-Identifier: BSL-1.0
#include "storage/contact_search.hpp"

#include "domain/unicode_text.hpp"

#include <soci/soci.h>

#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <utility>

namespace extsrc::storage {
namespace {

using soci::into;
using soci::use;

// Every word that begins with a text sorts before the text with this, the highest code point, after it.
constexpr std::string_view highest = "\U0010FFFF";

// As in sort_field.
constexpr std::array<std::string_view, 4> sort_columns{"first_name", "last_name", "middle_name", "title"};

// The values of a statement whose text is put together.
class bound_values {
public:
    // The placeholder of a value.
    std::string add(std::string value) {
        values_.push_back(std::move(value));
        return ":" + name(values_.size() - 1);
    }
    template <class Values, class Text>
    std::string add_list(const Values& values, Text text) {
        std::string list;
        for (const auto& value : values) list.append(list.empty() ? "(" : ", ").append(add(text(value)));
        return list + ")";
    }
    void bind(soci::statement& query) {
        for (std::size_t i = 0; i < values_.size(); ++i) query.exchange(use(values_[i], name(i)));
    }

private:
    static std::string name(std::size_t i) { return "v" + std::to_string(i); }

    std::deque<std::string> values_;  // SOCI keeps references to them
};

std::string holders_of(const domain::search_keyword& keyword, const std::string& organization, bound_values& values) {
    const auto length = std::to_string(domain::code_points(keyword.word));
    std::string text = "SELECT contact_id FROM contact_word WHERE organization_id = " + values.add(organization);
    text += " AND word >= " + values.add(keyword.word) + " AND word < " + values.add(keyword.word + std::string(highest));
    text += " AND SUBSTR(word, 1, " + length + ") = " + values.add(keyword.word);
    text += " UNION SELECT contact_id FROM identifier WHERE organization_id = " + values.add(organization);
    return text + " AND value IN " + values.add_list(keyword.values, [](const std::string& value) { return value; });
}

std::string canonical_of(const std::vector<domain::contact_id>& ids, const std::string& organization, bound_values& values) {
    return "SELECT DISTINCT CASE WHEN canonical_id = '' THEN id ELSE canonical_id END AS contact_id FROM contact "
           "WHERE organization_id = " +
           values.add(organization) + " AND id IN " + values.add_list(ids, [](const auto& id) { return id.text(); });
}

// Ids that match everything asked for but the division; empty when nothing was.
std::string matches(const contact_search& wanted, const std::string& organization, bound_values& values) {
    std::vector<std::string> sets;
    if (!wanted.among.empty()) sets.push_back(canonical_of(wanted.among, organization, values));
    for (const auto& keyword : wanted.keywords) sets.push_back(holders_of(keyword, organization, values));
    std::string text;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        text += i == 0 ? "SELECT contact_id FROM (" : " INTERSECT SELECT contact_id FROM (";
        text += sets[i] + ") AS set" + std::to_string(i);
    }
    return text;
}

std::string order_by(const std::vector<sort_level>& levels) {
    static const std::vector<sort_level> by_name{{sort_field::last_name}, {sort_field::first_name}};
    std::string text = " ORDER BY ";
    for (const auto& level : levels.empty() ? by_name : levels) {
        text.append("s.").append(sort_columns[static_cast<std::size_t>(level.field)]);
        text += level.descending ? " DESC, " : ", ";
    }
    return text + "s.contact_id";
}

std::string statement_text(const contact_search& wanted, const std::string& organization, bound_values& values) {
    const auto matching = matches(wanted, organization, values);
    std::string text = "SELECT s.contact_id FROM ";
    // SQLite runs a CROSS JOIN in the order it is written: from the few matches to their rows, not over all contacts.
    if (!matching.empty()) text += "(" + matching + ") AS found CROSS JOIN ";
    text += "searchable_contact s WHERE s.organization_id = " + values.add(organization);
    if (!matching.empty()) text += " AND s.contact_id = found.contact_id";
    if (!wanted.divisions.empty())
        text += " AND s.division_id IN " + values.add_list(wanted.divisions, [](const auto& id) { return id.text(); });
    return text + order_by(wanted.order) + " LIMIT " + std::to_string(wanted.limit);
}

}  // namespace

std::vector<domain::contact_id> search_contacts(transaction& open, const domain::organization_id& organization,
                                                const contact_search& wanted) {
    std::string id;
    bound_values values;
    const auto text = statement_text(wanted, organization.text(), values);
    soci::statement query(open.sql());
    query.exchange(into(id));
    values.bind(query);
    query.alloc();
    query.prepare(text);
    query.define_and_bind();
    query.execute();
    std::vector<domain::contact_id> found;
    while (query.fetch()) found.push_back(domain::contact_id::trusted(id));
    return found;
}

}  // namespace extsrc::storage
