// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "identity/arrival.hpp"
#include "identity/channel_policy.hpp"
#include "storage/identifier_repository.hpp"
#include "storage/transaction.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace extsrc::identity {

/// What is to become of an interaction.
struct verdict {
    enum class action : std::uint8_t { leave, create, match, merge };

    action what = action::leave;
    std::string reason;                                  ///< one or more sentences for people
    std::optional<storage::identifier_owner> whom = {};  ///< of match and merge
    std::vector<domain::contact_id> with = {};           ///< who becomes one with `whom`; of merge alone
};

/// Decides whose an interaction is (reference, section 5.3), inside the caller's transaction. Reads only.
class judgement {
public:
    judgement(storage::transaction& open, const arrival& coming, several_matches several)
        : open_(open), coming_(coming), several_(several) {}

    [[nodiscard]] verdict pass();

private:
    using owners = std::vector<storage::identifier_owner>;

    [[nodiscard]] verdict pass_on(const owners& candidates) const;
    /// Nothing when the visitor did not sign in with an ID that can decide.
    [[nodiscard]] std::optional<verdict> pass_on_signed_in();
    [[nodiscard]] verdict match_or_merge(const storage::identifier_owner& anchor);
    /// Whether the interaction has something to merge other owners on.
    [[nodiscard]] bool has_merge_ground(const storage::identifier_owner& anchor) const;
    /// Whether the configured source is there and active.
    [[nodiscard]] bool source_is_valid() const;
    /// Whom the interaction is about where owners are merged.
    [[nodiscard]] std::optional<storage::identifier_owner> anchor() const;
    [[nodiscard]] std::optional<storage::identifier_owner> owner_of(const domain::identifier& value) const;
    [[nodiscard]] std::optional<storage::identifier_owner> owner_by_external_id() const;
    [[nodiscard]] std::optional<storage::identifier_owner> first_of(domain::identifier_type type) const;
    /// Owners that may be the person a new external ID names.
    [[nodiscard]] owners without_other_people(const domain::identifier& id) const;

    storage::transaction& open_;
    const arrival& coming_;
    several_matches several_;
    owners owners_;  // in the order presented
    bool valid_source_ = false;
};

}  // namespace extsrc::identity
