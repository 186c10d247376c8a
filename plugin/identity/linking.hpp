// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/error.hpp"
#include "domain/id.hpp"
#include "domain/interaction.hpp"
#include "storage/transaction.hpp"

#include <string>
#include <string_view>

namespace extsrc::identity {

/// Recorded for an agent without a name: an empty one would make the decision look like the resolver's.
inline constexpr std::string_view unnamed_agent = "agent";

/// An interaction as an agent names it.
struct named_interaction {
    std::string id;
    std::string channel;  ///< recorded when the interaction is new to us
};

/// What agents decide about whom an interaction belongs to, inside the caller's transaction. No later resolve overturns it.
/// After an error the transaction must be rolled back.
class linking {
public:
    /// @param principal who decides; recorded with the decision, as `unnamed_agent` when empty
    linking(storage::transaction& open, domain::organization_id organization, std::string principal, domain::timestamp now);

    /// Links the interaction to a contact in place of any other, and makes the contact Curated, since somebody vouches for it.
    /// @return the contact, or errc::not_found for an unknown one
    [[nodiscard]] domain::result<domain::contact> associate(const named_interaction& named, const domain::contact_id& contact);

    /// Takes the link away. @return errc::not_found when the interaction is linked to nobody
    [[nodiscard]] domain::result<void> unlink(const named_interaction& named);

private:
    void record(const named_interaction& named, domain::decision made);

    storage::transaction& open_;
    domain::organization_id organization_;
    std::string principal_;
    domain::timestamp now_;
};

}  // namespace extsrc::identity
