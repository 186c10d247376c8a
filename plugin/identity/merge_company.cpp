// SPDX-License-Identifier: BSL-1.0
#include "identity/merge_company.hpp"

#include "identity/same_person.hpp"

#include <algorithm>
#include <utility>

namespace extsrc::identity {
namespace {

using domain::contact_type;
using storage::identifier_owner;

std::vector<identifier_owner> others(const identifier_owner& anchor, std::span<const identifier_owner> owners) {
    std::vector<identifier_owner> found;
    for (const auto& owner : owners) {
        const auto same = [&](const identifier_owner& one) { return one.contact == owner.contact; };
        if (!same(anchor) && std::none_of(found.begin(), found.end(), same)) found.push_back(owner);
    }
    return found;
}

// True when there were any.
template <class Test>
bool leave_out(std::vector<identifier_owner>& from, Test test) {
    return std::erase_if(from, test) > 0;
}

// External IDs presented that nobody owns.
ids_by_source ids_without_owner(std::span<const identifier_owner> owners, std::span<const domain::identifier> presented) {
    ids_by_source ids;
    for (const auto& value : presented) {
        const auto owns = [&](const identifier_owner& one) { return one.value == value; };
        if (value.source && std::none_of(owners.begin(), owners.end(), owns)) ids[*value.source].insert(value.value);
    }
    return ids;
}

void add(ids_by_source& to, const ids_by_source& more) {
    for (const auto& [source, values] : more) to[source].insert(values.begin(), values.end());
}

bool leave_out_other_people(storage::transaction& open, ids_by_source known, std::vector<identifier_owner>& from) {
    return leave_out(from, [&](const auto& one) {
        const auto theirs = ids_of(open, one.contact);
        if (another_person(known, theirs)) return true;
        // Who joins brings their IDs, and the next is compared with those too.
        add(known, theirs);
        return false;
    });
}

bool leave_out_curated(const identifier_owner& anchor, std::vector<identifier_owner>& from) {
    const auto is_curated = [](const identifier_owner& one) { return one.type == contact_type::curated; };
    const auto curated = std::count_if(from.begin(), from.end(), is_curated);
    if (curated == 1 && !is_curated(anchor)) return false;
    return leave_out(from, is_curated);
}

}  // namespace

merge_company find_company(storage::transaction& open, const identifier_owner& anchor, std::span<const identifier_owner> owners,
                           std::span<const domain::identifier> presented) {
    merge_company company;
    auto joining = others(anchor, owners);
    // First, so that their IDs count for nothing below.
    if (leave_out_curated(anchor, joining)) company.left_out += " Curated contacts are merged with each other by people alone.";
    auto known = ids_of(open, anchor.contact);
    add(known, ids_without_owner(owners, presented));
    if (leave_out_other_people(open, std::move(known), joining))
        company.left_out += " Owners with another ID of the same external source are other people.";
    for (const auto& one : joining) company.joining.push_back(one.contact);
    return company;
}

}  // namespace extsrc::identity
