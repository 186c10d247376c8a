// SPDX-License-Identifier: BSL-1.0
#include "identity/resolver.hpp"

#include "identity/arrival.hpp"
#include "identity/resolve_step.hpp"
#include "storage/channel_resolution_repository.hpp"
#include "storage/transaction.hpp"

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

}  // namespace

resolver::resolver(storage::database& database, channel_policy policy, std::function<domain::timestamp()> wall_clock)
    : database_(database), policy_(std::move(policy)), wall_clock_(std::move(wall_clock)) {}

resolution resolver::resolve(const domain::interaction& arrived, storage::deadline until) const {
    domain::channel_resolution rules;
    auto known = database_.read(until, [&](storage::transaction& open) -> std::optional<resolution> {
        rules = rules_of(open, arrived);
        if (!rules.resolves) return switched_off(arrived);
        return resolve_step(open, arrival(arrived, rules)).recall();
    });
    if (known) return std::move(*known);
    const arrival coming(arrived, rules);
    auto resolved = database_.write(arrived.organization, until, [&](storage::transaction& open) -> domain::result<resolution> {
        return resolve_step(open, coming, wall_clock_()).run(policy_.several());
    });
    return std::move(*resolved);
}

domain::channel_resolution resolver::rules_of(storage::transaction& open, const domain::interaction& arrived) const {
    auto rules = policy_.defaults(arrived.channel);
    if (arrived.integration.empty()) return rules;
    const domain::integration on{std::string(domain::configuration_channel(arrived.channel)), arrived.integration};
    return storage::channel_resolution_repository(open).find(arrived.organization, on).value_or(rules);
}

}  // namespace extsrc::identity
