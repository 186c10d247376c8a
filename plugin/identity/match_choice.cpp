// SPDX-License-Identifier: BSL-1.0
#include "identity/match_choice.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace extsrc::identity {
namespace {

using storage::identifier_owner;

using weight = std::tuple<int, domain::timestamp, std::string, int>;

weight by_trust(const identifier_owner& owner) {
    return {domain::resolution_rank(owner.value.type), owner.contact_created_at, owner.contact.text(), 0};
}

weight by_age(const identifier_owner& owner) {
    return {0, owner.contact_created_at, owner.contact.text(), domain::resolution_rank(owner.value.type)};
}

}  // namespace

std::size_t distinct_contacts(std::span<const identifier_owner> owners) {
    std::set<domain::contact_id> contacts;
    for (const auto& owner : owners) contacts.insert(owner.contact);
    return contacts.size();
}

std::optional<identifier_owner> choose(std::span<const identifier_owner> owners, several_matches policy) {
    if (owners.empty()) return std::nullopt;
    if (policy == several_matches::leave && distinct_contacts(owners) > 1) return std::nullopt;
    const auto weigh = policy == several_matches::oldest ? by_age : by_trust;
    return *std::min_element(owners.begin(), owners.end(),
                             [weigh](const auto& one, const auto& other) { return weigh(one) < weigh(other); });
}

}  // namespace extsrc::identity
