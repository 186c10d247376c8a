// SPDX-License-Identifier: BSL-1.0
#include "identity/resolver.hpp"

#include "identity/arrival.hpp"
#include "identity/resolve_step.hpp"
#include "storage/channel_resolution_repository.hpp"
#include "storage/transaction.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace extsrc::identity {
namespace {

resolution switched_off(const domain::interaction& arrived) {
    resolution off;
    off.made = {domain::outcome::disabled,
                {},
                {},
                {},
                "Identity resolution is switched off for this " + arrived.channel +
                    (arrived.integration.empty() ? " channel." : " integration.")};
    return off;
}

// In all these cases nothing was recorded.
bool is_away(const storage::failure& failed) {
    switch (failed.kind()) {
        case storage::failure_kind::disconnected:
        case storage::failure_kind::unavailable:
        case storage::failure_kind::timed_out:
        case storage::failure_kind::exhausted:
            return true;
        default:
            return false;
    }
}

}  // namespace

resolver::resolver(storage::database& database, channel_policy policy, std::function<domain::timestamp()> wall_clock,
                   answer_memory* memory)
    : database_(database), policy_(std::move(policy)), wall_clock_(std::move(wall_clock)), memory_(memory) {}

resolution resolver::resolve(const domain::interaction& arrived, storage::deadline until) const {
    try {
        return resolve_on_database(arrived, until);
    } catch (const storage::failure& failed) {
        auto known = is_away(failed) ? from_memory(arrived) : std::nullopt;
        if (!known) throw;
        return std::move(*known);
    }
}

void resolver::remember(const domain::interaction& arrived, const resolution& resolved, std::uint64_t since) const {
    const auto& made = resolved.made;
    if (memory_ != nullptr && made.contact && made.matched)
        memory_->learn(arrived, {*made.contact, made.type, *made.matched}, since);
}

std::optional<resolution> resolver::from_memory(const domain::interaction& arrived) const {
    const auto known = memory_ == nullptr ? std::nullopt : memory_->recall(arrived);
    if (!known) return std::nullopt;
    resolution answer;
    answer.made = {domain::outcome::matched, known->contact, known->type, known->value,
                   "The database does not answer; this contact was matched with the " +
                       std::string(domain::to_string(known->value.type)) + " in the last minutes. Nothing was recorded."};
    const auto same = std::find_if(arrived.identifiers.begin(), arrived.identifiers.end(),
                                   [&](const auto& presented) { return presented.value == known->value; });
    answer.matched_position = static_cast<int>(same->position);
    answer.provisional = true;
    return answer;
}

resolution resolver::resolve_on_database(const domain::interaction& arrived, storage::deadline until) const {
    auto known = database_.read(until, [&](storage::transaction& open) -> std::optional<resolution> {
        const auto rules = rules_of(open, arrived);
        if (!rules.resolves) return switched_off(arrived);
        return resolve_step(open, arrival(arrived, rules)).recall();
    });
    if (known) return std::move(*known);
    const auto since = memory_ == nullptr ? 0 : memory_->latest_event();
    auto resolved = database_.write(arrived.organization, until, [&](storage::transaction& open) -> domain::result<resolution> {
        // Again: an administrator may have changed them while this waited for its turn.
        const auto rules = rules_of(open, arrived);
        if (!rules.resolves) return switched_off(arrived);
        return resolve_step(open, arrival(arrived, rules), wall_clock_()).run(policy_.several());
    });
    remember(arrived, *resolved, since);
    return std::move(*resolved);
}

domain::channel_resolution resolver::rules_of(storage::transaction& open, const domain::interaction& arrived) const {
    auto rules = policy_.defaults(arrived.channel);
    if (arrived.integration.empty()) return rules;
    const domain::integration on{std::string(domain::configuration_channel(arrived.channel)), arrived.integration};
    return storage::channel_resolution_repository(open).find(arrived.organization, on).value_or(rules);
}

}  // namespace extsrc::identity
