// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "identity/arrival.hpp"
#include "identity/judgement.hpp"
#include "identity/resolver.hpp"
#include "storage/identifier_repository.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace extsrc::identity {

/// One resolve inside one transaction: carries out what judgement says, and records it.
class resolve_step {
public:
    /// @param now microseconds since 1970; not needed to recall
    resolve_step(storage::transaction& open, const arrival& coming, domain::timestamp now = 0);

    /// The answer recorded for this interaction: its link, or an agent's decision that it has none. Nothing when it is open.
    /// Reads only.
    [[nodiscard]] std::optional<resolution> recall();

    /// Resolves and records; recalls when another resolve of the same interaction came first.
    [[nodiscard]] resolution run(several_matches several);

private:
    [[nodiscard]] std::optional<resolution> recall_decision();
    [[nodiscard]] resolution match(const storage::identifier_owner& owner, std::string reason);
    [[nodiscard]] resolution merge(const verdict& passed);
    [[nodiscard]] resolution create(std::string reason);
    [[nodiscard]] resolution leave(std::string reason);
    [[nodiscard]] std::vector<domain::identifier> associable() const;
    [[nodiscard]] resolution record(domain::decision made);
    [[nodiscard]] std::string profile_url(const domain::contact_id& contact);

    storage::transaction& open_;
    const arrival& coming_;
    domain::timestamp now_;
    const domain::organization_id& organization_;
};

}  // namespace extsrc::identity
