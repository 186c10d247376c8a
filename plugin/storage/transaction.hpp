// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"

#include <soci/soci.h>

#include <algorithm>
#include <compare>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::storage {

/// Kinds of things whose changes others want to hear of.
enum class change_kind : bool { contact, external_source };

/// One thing that a transaction changed, made or removed.
struct change {
    change_kind kind;
    domain::organization_id organization;
    std::string subject_id;

    auto operator<=>(const change&) const = default;
};

/// The open transaction a unit of work runs in; repositories are made on it. Lives on one thread, for one unit of work.
class transaction {
public:
    explicit transaction(soci::session& session) : session_(session) {}
    transaction(const transaction&) = delete;
    transaction& operator=(const transaction&) = delete;

    [[nodiscard]] soci::session& sql() { return session_; }

    /// Notes what was changed, once; repositories do it with every write.
    void note(change_kind kind, const domain::organization_id& organization, const std::string& subject_id) {
        change made{kind, organization, subject_id};
        if (std::find(changes_.begin(), changes_.end(), made) == changes_.end()) changes_.push_back(std::move(made));
    }
    /// What was noted, in the order of the first note on each.
    [[nodiscard]] std::vector<change> take_changes() { return std::exchange(changes_, {}); }

private:
    soci::session& session_;
    std::vector<change> changes_;
};

}  // namespace extsrc::storage
