// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/interaction.hpp"
#include "identity/resolver.hpp"
#include "storage/identifier_repository.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace extsrc::identity {

/// One resolve inside one transaction: look up, decide, record.
class resolve_step {
public:
    resolve_step(storage::transaction& open, const domain::interaction& arrived, domain::timestamp now);

    /// The answer recorded for this interaction; nothing when it is not linked yet. Reads only.
    [[nodiscard]] std::optional<resolution> recall();

    /// Resolves and records; recalls when another resolve of the same interaction came first.
    [[nodiscard]] resolution run();

private:
    [[nodiscard]] resolution match(const storage::identifier_owner& owner, std::size_t owners);
    [[nodiscard]] resolution create();
    [[nodiscard]] resolution leave(std::string reason);
    [[nodiscard]] std::vector<domain::identifier> associable() const;
    void record(resolution& made);
    [[nodiscard]] std::string profile_url(const domain::contact_id& contact);

    storage::transaction& open_;
    const domain::interaction& arrived_;
    domain::timestamp now_;
    storage::scope where_;
    std::vector<domain::identifier> presented_;
};

}  // namespace extsrc::identity
