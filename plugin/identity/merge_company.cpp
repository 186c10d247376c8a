// SPDX-License-Identifier: BSL-1.0
#include "identity/merge_company.hpp"

#include "identity/same_person.hpp"

#include <algorithm>

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

bool leave_out_other_people(storage::transaction& open, const identifier_owner& anchor, std::vector<identifier_owner>& from,
                            const domain::source_id& source) {
    auto known = ids_under(open, anchor.contact, source);
    return leave_out(from, [&](const auto& one) {
        auto theirs = ids_under(open, one.contact, source);
        if (another_person(known, theirs)) return true;
        // Who joins an anchor without an ID brings theirs, and the next is compared with it.
        known.merge(theirs);
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
                           const std::optional<domain::source_id>& source) {
    merge_company company;
    auto joining = others(anchor, owners);
    if (source && leave_out_other_people(open, anchor, joining, *source))
        company.left_out += " Owners with another ID of the external source are other people.";
    if (leave_out_curated(anchor, joining)) company.left_out += " Curated contacts are merged with each other by people alone.";
    for (const auto& one : joining) company.joining.push_back(one.contact);
    return company;
}

}  // namespace extsrc::identity
