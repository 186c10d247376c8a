// SPDX-License-Identifier: BSL-1.0
#include "identity/resolver.hpp"

#include "identity/resolve_step.hpp"
#include "storage/transaction.hpp"

#include <utility>

namespace extsrc::identity {

resolver::resolver(storage::database& database, channel_policy policy, std::function<domain::timestamp()> wall_clock)
    : database_(database), policy_(std::move(policy)), wall_clock_(std::move(wall_clock)) {}

resolution resolver::resolve(const domain::interaction& arrived, storage::deadline until) {
    if (!policy_.resolves(arrived.channel)) {
        resolution off;
        off.made = {domain::outcome::disabled, {}, {}, {}, "Identity resolution is switched off for " + arrived.channel + "."};
        return off;
    }
    auto known = database_.read(until, [&](storage::transaction& open) { return resolve_step(open, arrived, 0).recall(); });
    if (known) return std::move(*known);
    auto resolved = database_.write(until, [&](storage::transaction& open) -> domain::result<resolution> {
        return resolve_step(open, arrived, wall_clock_()).run();
    });
    return std::move(*resolved);
}

}  // namespace extsrc::identity
