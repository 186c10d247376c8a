// SPDX-License-Identifier: BSL-1.0
#include "transfer/known_contacts.hpp"

#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <algorithm>

namespace extsrc::transfer {
namespace {

using boost::uuids::uuid;

uuid to_uuid(const std::string& text) {
    return text.empty() ? uuid() : boost::uuids::string_generator()(text);
}

}  // namespace

void known_contacts::add(const storage::contact_row& person) {
    const auto id = to_uuid(person.id);
    ids_.push_back(id);
    if (!person.canonical_id.empty()) members_.push_back({id, to_uuid(person.merged_to), to_uuid(person.canonical_id)});
}

bool known_contacts::has(const std::string& id) const {
    return std::binary_search(ids_.begin(), ids_.end(), to_uuid(id));
}

const known_contacts::member* known_contacts::find_member(const uuid& id) const {
    const auto found =
        std::lower_bound(members_.begin(), members_.end(), id, [](const member& one, const uuid& key) { return one.id < key; });
    return found != members_.end() && found->id == id ? &*found : nullptr;
}

std::string known_contacts::merge_fault() const {
    for (const auto& one : members_) {
        const auto* head = find_member(one.canonical);
        const std::string name = "contact " + boost::uuids::to_string(one.id);
        if (head == nullptr || !head->merged_to.is_nil()) return name + " is answered for by none that could";
        const auto* next = one.merged_to.is_nil() ? head : find_member(one.merged_to);
        if (next == nullptr || next->canonical != one.canonical) return name + " was merged into none of its merge set";
    }
    return {};
}

}  // namespace extsrc::transfer
