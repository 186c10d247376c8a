// SPDX-License-Identifier: BSL-1.0
#include "model.hpp"

#include <algorithm>
#include <tuple>

namespace extsrc::properties {

using domain::contact_type;
using domain::errc;
using domain::identifier;
using domain::identifier_type;
using domain::timestamp;

std::optional<person> model::answering(person who) const {
    while (people_[who].into) who = *people_[who].into;
    return people_[who].gone ? std::nullopt : std::optional(who);
}

std::optional<person> model::owner(const identifier& value) const {
    const auto found = holders_.find(value);
    if (found == holders_.end() || found->second.empty()) return std::nullopt;
    const auto order = [&](const auto& holder) { return std::tuple(holder.second, people_[holder.first].id.text()); };
    return std::min_element(found->second.begin(), found->second.end(),
                            [&](const auto& a, const auto& b) { return order(a) < order(b); })
        ->first;
}

std::size_t model::holdings() const {
    std::size_t count = 0;
    for (const auto& [value, holders] : holders_) count += holders.size();
    return count;
}

person model::add(contact_type type, timestamp now) {
    people_.push_back({{}, type, now, {}, false});
    return people_.size() - 1;
}

void model::hold(person who, const identifier& value, timestamp now) {
    holders_[value].emplace(who, now);
}

bool model::usable(const identifier& value) const {
    return !value.source || !inactive_.contains(*value.source);
}

void model::set_active(const domain::source_id& source, bool active) {
    active ? static_cast<void>(inactive_.erase(source)) : static_cast<void>(inactive_.insert(source));
}

model::refusal model::create(const std::vector<identifier>& carried, const std::vector<identifier>& claimed, timestamp now) {
    for (const auto& value : claimed) {
        if (owner(value)) return errc::identifier_claimed;
        if (!usable(value)) return errc::external_source_inactive;
    }
    const auto who = add(contact_type::curated, now);
    for (const auto& value : carried) hold(who, value, now);
    for (const auto& value : claimed) hold(who, value, now);
    return {};
}

model::refusal model::claim(person who, const identifier& value, timestamp now) {
    const auto target = answering(who);
    if (!target) return errc::not_found;
    if (const auto has = owner(value)) return has == target ? refusal() : errc::identifier_claimed;
    if (!usable(value)) return errc::external_source_inactive;
    hold(*target, value, now);
    return {};
}

model::refusal model::release(person who, const identifier& value) {
    const auto target = answering(who);
    if (!target) return errc::not_found;
    const auto has = owner(value);
    if (!has) return errc::not_found;
    if (has != target) return errc::identifier_not_claimed;
    holders_[value].erase(*target);
    return {};
}

model::refusal model::merge(const std::vector<person>& who, timestamp now) {
    std::set<person> targets;
    for (const auto one : who) {
        const auto target = answering(one);
        if (!target) return errc::not_found;
        if (!targets.insert(*target).second) return errc::conflict;
    }
    auto type = contact_type::identified;
    auto since = now;
    for (const auto one : targets) {
        type = std::max(type, people_[one].type);
        since = std::min(since, people_[one].since);
    }
    const auto head = add(type, since);
    for (auto& [value, holders] : holders_) {
        std::optional<timestamp> first;
        for (const auto one : targets) {
            const auto held = holders.find(one);
            if (held == holders.end()) continue;
            first = std::min(first.value_or(held->second), held->second);
            holders.erase(held);
        }
        if (first) holders.emplace(head, *first);
    }
    for (const auto one : targets) people_[one].into = head;
    return {};
}

model::refusal model::remove(person who) {
    const auto target = answering(who);
    if (!target) return errc::not_found;
    people_[*target].gone = true;
    for (auto& [value, holders] : holders_) holders.erase(*target);
    std::erase_if(links_, [&](const auto& link) { return !answering(link.second); });
    return {};
}

bool model::may_adopt(person who, const identifier& value) const {
    if (owner(value)) return false;
    if (!value.source) return true;
    if (!usable(value)) return false;
    return std::none_of(holders_.begin(), holders_.end(),
                        [&](const auto& held) { return held.first.source == value.source && held.second.contains(who); });
}

void model::adopt(person who, const std::vector<identifier>& presented, timestamp now) {
    for (const auto& value : presented)
        if (may_adopt(who, value)) hold(who, value, now);
}

std::optional<person> model::preferred(const std::vector<identifier>& presented) const {
    std::optional<std::tuple<int, timestamp, std::string>> best;
    std::optional<person> chosen;
    for (const auto& value : presented) {
        const auto has = owner(value);
        if (!has) continue;
        const std::tuple order(domain::resolution_rank(value.type), people_[*has].since, people_[*has].id.text());
        if (best && *best <= order) continue;
        best = order;
        chosen = has;
    }
    return chosen;
}

std::optional<person> model::resolve(const std::string& interaction, const std::vector<identifier>& presented, timestamp now) {
    if (const auto known = links_.find(interaction); known != links_.end()) return answering(known->second);
    auto who = preferred(presented);
    if (who) {
        if (people_[*who].type == contact_type::ephemeral) people_[*who].type = contact_type::identified;
    } else {
        if (std::none_of(presented.begin(), presented.end(), [&](const auto& value) { return usable(value); })) return {};
        who = add(contact_type::ephemeral, now);
    }
    adopt(*who, presented, now);
    links_[interaction] = *who;
    return who;
}

}  // namespace extsrc::properties
