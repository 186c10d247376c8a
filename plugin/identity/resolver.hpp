// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/interaction.hpp"
#include "identity/answer_memory.hpp"
#include "identity/channel_policy.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace extsrc::identity {

/// The answer to the identity hook.
struct resolution {
    domain::decision made;
    int matched_position = -1;  ///< of the identifier that matched, in what the host gave; -1 for none
    std::string profile_url;    ///< of the contact in the external source whose ID the interaction carried; empty for none
    bool provisional = false;   ///< from memory, while the database is away: nothing was recorded
};

/// Resolves interactions as their integrations are configured: finds the owner of their identifiers, merges owners where that
/// is switched on, makes a contact when nobody owns any; records link and decision in the same transaction. Resolving an
/// interaction again answers with its link. While the database is away, answers from memory where there is one.
/// All functions may be called from any thread.
class resolver {
public:
    /// @param wall_clock microseconds since 1970   @param memory borrowed, as the database is; nothing to do without
    resolver(storage::database& database, channel_policy policy, std::function<domain::timestamp()> wall_clock,
             answer_memory* memory = nullptr);

    /// @throws storage::failure; nothing was recorded then, and calling again is safe
    [[nodiscard]] resolution resolve(const domain::interaction& arrived, storage::deadline until) const;

private:
    [[nodiscard]] resolution resolve_on_database(const domain::interaction& arrived, storage::deadline until) const;
    void remember(const domain::interaction& arrived, const resolution& resolved, std::uint64_t since) const;
    [[nodiscard]] std::optional<resolution> from_memory(const domain::interaction& arrived) const;
    [[nodiscard]] domain::channel_resolution rules_of(storage::transaction& open, const domain::interaction& arrived) const;

    storage::database& database_;
    channel_policy policy_;
    std::function<domain::timestamp()> wall_clock_;
    answer_memory* memory_;
};

}  // namespace extsrc::identity
