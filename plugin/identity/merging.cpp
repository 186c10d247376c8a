// SPDX-License-Identifier: BSL-1.0
#include "identity/merging.hpp"

#include "domain/merge_rule.hpp"
#include "storage/change_log.hpp"
#include "storage/custom_fields.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>

namespace extsrc::identity {
namespace {

using domain::contact;
using domain::contact_id;
using domain::contact_type;
using domain::errc;
using domain::failure;
using domain::identifier_type;
using domain::result;

domain::error too_much(std::string key, std::size_t most, std::string message) {
    auto reached = failure(errc::merge_limit_exceeded, std::move(message));
    reached.reached = domain::limit{std::move(key), "external.contacts", static_cast<std::int64_t>(most)};
    return reached;
}

result<void> check_ids(std::span<const contact_id> ids) {
    if (ids.size() < domain::min_merged_contacts || ids.size() > domain::max_merged_contacts)
        return domain::invalid_field("contactIds", "value.out.of.range", "A merge takes 2 to 25 contacts.");
    if (std::set<contact_id>(ids.begin(), ids.end()).size() != ids.size())
        return domain::invalid_field("contactIds", "value.repeated", "contactIds names a contact twice.");
    return {};
}

result<void> check_division(const std::optional<value_override>& override_with, const domain::division_id& division) {
    if (!override_with || override_with->division.value_or(division) == division) return {};
    return domain::invalid_field("valueOverride.division.id", "value.immutable",
                                 "The division of a contact cannot be changed.");
}

}  // namespace

merging::merging(storage::transaction& open, domain::organization_id organization, domain::timestamp now)
    : open_(open), organization_(std::move(organization)), now_(now), book_(open, organization_, now), contacts_(open) {}

result<contact> merging::merge(std::span<const contact_id> ids, const std::optional<value_override>& override_with) {
    auto merged = gather(ids);
    if (!merged) return merged.error();
    if (auto fits = check(*merged); !fits) return fits.error();
    if (auto same = check_division(override_with, merged->front().division); !same) return same.error();
    const auto head = head_of(*merged, override_with);
    if (storage::to_column(head.profile.custom_fields).size() > domain::max_custom_fields_bytes)
        return too_much("custom.fields.bytes", domain::max_custom_fields_bytes,
                        "The custom fields of these contacts do not fit into one.");
    contacts_.insert(organization_, head);
    join(*merged, head);
    if (override_with)
        if (auto laid = lay_over(head, *override_with); !laid) return laid.error();
    return head;
}

// What the merged contacts held came over already; a field whose identifier one of them released stays without it.
result<void> merging::lay_over(const contact& head, const value_override& override_with) {
    auto own = book_.associations_of(head);
    own.carry({}, domain::carried_identifiers(override_with.profile));
    if (!override_with.wanted) return {};
    for (const auto& value : *override_with.wanted)
        if (auto claimed = own.claim(value); !claimed) return claimed;
    return {};
}

result<contact> merging::merge_pair(const contact_id& source, const contact_id& target) {
    const auto one = book_.find(source);
    if (!one) return one.error();
    const auto other = book_.find(target);
    if (!other) return other.error();
    if (one->type == other->type && one->type != contact_type::identified)
        return failure(errc::conflict, "Two " + std::string(domain::to_string(one->type)) + " contacts are not merged here.");
    return merge(std::vector{source, target}, std::nullopt);
}

// The contacts that answer for the ids, in the order in which their values win.
result<merging::contacts> merging::gather(std::span<const contact_id> ids) {
    if (auto valid = check_ids(ids); !valid) return valid.error();
    contacts merged;
    for (const auto& id : ids) {
        auto person = contacts_.find_canonical(organization_, id);
        if (!person) return failure(errc::not_found, "There is no contact " + id.text() + ".", id.text());
        const auto same = [&](const contact& other) { return other.id == person->id; };
        if (std::any_of(merged.begin(), merged.end(), same))
            return failure(errc::conflict, "Contact " + id.text() + " was merged with another of these before.", id.text());
        merged.push_back(std::move(*person));
    }
    domain::order_for_merge(merged);
    return merged;
}

result<void> merging::check(const contacts& merged) {
    std::size_t members = 1;
    std::set<domain::identifier> external;
    for (const auto& person : merged) {
        if (person.division != merged.front().division)
            return failure(errc::conflict, "Contacts of different divisions cannot be merged.", person.id.text());
        members += members_of(person).size();
        for (auto& held : storage::identifier_repository(open_).held_by(person.id))
            if (held.value.type == identifier_type::external_id) external.insert(std::move(held.value));
    }
    if (members > domain::max_merge_set)
        return too_much("merge.set", domain::max_merge_set, "The merge set would have more than 52 contacts.");
    if (external.size() > domain::max_external_ids) return too_many(identifier_type::external_id);
    return {};
}

std::vector<storage::merge_member> merging::members_of(const contact& person) {
    auto members = contacts_.merge_set(person.id);
    if (members.empty()) members.push_back({person.id, {}});
    return members;
}

contact merging::head_of(const contacts& merged, const std::optional<value_override>& override_with) const {
    std::vector<std::reference_wrapper<const domain::contact_profile>> by_precedence;
    std::vector<contact_type> types;
    if (override_with) by_precedence.emplace_back(override_with->profile);
    for (const auto& person : merged) {
        by_precedence.emplace_back(person.profile);
        types.push_back(person.type);
    }
    contact head;
    head.id = head.canonical = contact_id::random();
    head.division = merged.front().division;
    head.type = domain::merged_type(types);
    head.profile = domain::merge_profiles(by_precedence);
    head.created_at = head.modified_at = now_;
    return head;
}

void merging::join(const contacts& merged, const contact& head) {
    storage::identifier_repository identifiers(open_);
    storage::change_log log(open_);
    for (const auto& person : merged) {
        identifiers.move({organization_, person.division}, person.id, head.id);
        for (const auto& member : members_of(person)) contacts_.set_canonical(organization_, member.id, head.id);
        contacts_.set_merged_to(organization_, person.id, head.id);
        log.append(organization_, storage::change_kind::contact, person.id.text(), now_);
    }
}

}  // namespace extsrc::identity
