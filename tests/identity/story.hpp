// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "identity/contact_book.hpp"
#include "identity/merging.hpp"
#include "identity/resolver.hpp"
#include "storage/channel_resolution_repository.hpp"
#include "storage/contact_repository.hpp"
#include "storage/interaction_repository.hpp"

#include <boost/test/unit_test.hpp>

#include <initializer_list>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::identity {

/// The contact's id in text; empty for none.
[[nodiscard]] inline std::string contact_of(const resolution& resolved) {
    return resolved.made.contact ? resolved.made.contact->text() : std::string();
}

/// A database, a resolver on it, and short ways to tell what is configured and what arrives. Everybody lives in acme's
/// unassigned division unless the story says otherwise.
struct story : testing::temp_database {
    static constexpr domain::timestamp noon = 1'700'000'000'000'000;
    static constexpr domain::timestamp day = domain::timestamp{24} * 3600 * 1'000'000;

    /// E-mail is switched off by the plugin's settings.
    channel_policy policy = channel_policy({"email"});
    int interactions = 0;

    /// Resolves an interaction of this id.
    resolution arrives(const std::string& id, std::initializer_list<domain::identifier> presented,
                       const storage::scope& where = testing::acme_scope(), const std::string& channel = "voice",
                       domain::timestamp at = noon) {
        return resolves(made(id, presented, where, channel, at));
    }
    /// Resolves the next interaction of the story.
    resolution next(const std::string& channel, const std::string& integration,
                    std::initializer_list<domain::identifier> presented,
                    std::initializer_list<std::string> without_source = {}) {
        auto arrived = made(std::to_string(++interactions), presented, testing::acme_scope(), channel, noon);
        arrived.integration = integration;
        for (const auto& value : without_source)
            arrived.sourceless_ids.push_back({presented.size() + arrived.sourceless_ids.size(), value});
        return resolves(arrived);
    }
    resolution a_call(std::initializer_list<domain::identifier> presented) { return next("voice", "main-line", presented); }

    /// Runs `work(transaction&)`, which has to succeed.
    template <class Work>
    auto change(Work work) {
        auto done = database.write(testing::soon(), work);
        BOOST_REQUIRE(done.has_value());
        return done;
    }
    /// What an administrator sets for one integration.
    void configure(const std::string& channel, const std::string& id, const domain::channel_resolution& wanted) {
        change([&](storage::transaction& open) -> domain::result<void> {
            storage::channel_resolution_repository(open).put(testing::acme(), {channel, id}, wanted, noon);
            return {};
        });
    }
    /// Deletes a contact as a client does.
    void forget(const domain::contact_id& id) {
        change([&](storage::transaction& open) { return contact_book(open, testing::acme(), noon).remove(id); });
    }

    /// The contact as it is stored.
    std::optional<domain::contact> contact(const std::string& id) {
        return database.read(testing::soon(), [&](storage::transaction& open) {
            return storage::contact_repository(open).find(testing::acme(), domain::contact_id::trusted(id));
        });
    }
    /// The contact that answers for an id, in text.
    std::string canonical(const domain::contact_id& id) {
        return database.read(testing::soon(), [&](storage::transaction& open) {
            const auto found = storage::contact_repository(open).find_canonical(testing::acme(), id);
            return found ? found->id.text() : std::string();
        });
    }
    std::optional<domain::decision> decision(const std::string& interaction) {
        return database.read(testing::soon(), [&](storage::transaction& open) {
            return storage::interaction_repository(open).decision(testing::acme(), interaction);
        });
    }
    std::string link(const std::string& interaction) {
        return database.read(testing::soon(), [&](storage::transaction& open) {
            const auto linked = storage::interaction_repository(open).link(testing::acme(), interaction);
            return linked ? linked->text() : std::string();
        });
    }
    std::string owner_of(const domain::identifier& value) { return testing::owner_of(database, value); }
    long long contacts() { return number("SELECT COUNT(*) FROM contact"); }

    static domain::interaction made(const std::string& id, std::initializer_list<domain::identifier> presented,
                                    const storage::scope& where, const std::string& channel, domain::timestamp at) {
        domain::interaction arrived{id, where.organization, where.division, channel, at, {}};
        for (const auto& value : presented) arrived.identifiers.push_back({arrived.identifiers.size(), value});
        return arrived;
    }
    resolution resolves(const domain::interaction& arrived) {
        return resolver(database, policy, [] { return noon; }).resolve(arrived, testing::soon());
    }
};

/// Whether the reason given says this.
[[nodiscard]] inline bool says(const resolution& resolved, const std::string& words) {
    return resolved.made.reason.find(words) != std::string::npos;
}

}  // namespace extsrc::identity

namespace extsrc::domain {
inline std::ostream& operator<<(std::ostream& out, outcome value) {
    return out << to_string(value);
}
}  // namespace extsrc::domain
