// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "fixtures/samples.hpp"
#include "fixtures/temp_folder.hpp"
#include "identity/resolver.hpp"

#include <initializer_list>
#include <string>

namespace extsrc::identity {

/// A database, a resolver on it, and short ways to tell what arrives.
struct story : testing::temp_database {
    static constexpr domain::timestamp noon = 1'700'000'000'000'000;

    resolver resolves{database, channel_policy({"email"}), [] { return noon; }};

    /// Resolves an interaction that presents these identifiers, in this order.
    resolution arrives(const std::string& id, std::initializer_list<domain::identifier> presented,
                       const storage::scope& where = testing::acme_scope(), const std::string& channel = "voice",
                       domain::timestamp at = noon) {
        domain::interaction arrived{id, where.organization, where.division, channel, at, {}};
        for (const auto& value : presented) arrived.identifiers.push_back({arrived.identifiers.size(), value});
        return resolves.resolve(arrived, testing::soon());
    }
};

/// The contact's id in text; empty for none.
[[nodiscard]] inline std::string contact_of(const resolution& resolved) {
    return resolved.made.contact ? resolved.made.contact->text() : std::string();
}

}  // namespace extsrc::identity

namespace extsrc::domain {
inline std::ostream& operator<<(std::ostream& out, outcome value) {
    return out << to_string(value);
}
}  // namespace extsrc::domain
