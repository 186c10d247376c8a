// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "story.hpp"

#include <initializer_list>
#include <string>
#include <vector>

namespace extsrc::identity {

/// A web deployment under the source Shop that merges what it learns of one visitor, and short ways to tell who comes.
struct merging_story : story {
    const domain::identifier biscuit = testing::other(domain::identifier_type::cookie, "k-1");
    const domain::identifier mail = testing::email("ann@example.com");
    const domain::identifier home = testing::phone("+13175550142");
    const domain::source_id shop = testing::add_source(database, "Shop");
    domain::channel_resolution rules;

    merging_story() {
        rules.source = shop;
        rules.merges_signed_in = rules.merges_tracked = true;
        apply();
    }
    /// Configures the deployment as `rules` say.
    void apply() { configure("webmessaging", "site", rules); }
    /// As if the administrator had never named Shop.
    void without_a_source() {
        rules.source.reset();
        apply();
    }
    /// A visitor nobody vouches for.
    resolution visits(std::initializer_list<domain::identifier> presented) { return next("webmessaging", "site", presented); }
    /// A visitor who signed in with this ID.
    resolution signs_in(const std::string& id, std::initializer_list<domain::identifier> presented = {}) {
        return next("webmessaging-authenticated", "site", presented, {id});
    }
    domain::identifier shop_id(const std::string& value) const { return testing::external_id(shop, value); }
    /// A contact, younger than those before.
    domain::contact_id someone(domain::contact_type type, const std::vector<domain::identifier>& holds) {
        return testing::add_contact(database, ++born, holds, testing::acme_scope(), type);
    }
    domain::contact_id curated(const std::vector<domain::identifier>& holds) {
        return someone(domain::contact_type::curated, holds);
    }
    domain::contact_id identified(const std::vector<domain::identifier>& holds) {
        return someone(domain::contact_type::identified, holds);
    }

    domain::timestamp born = 0;
};

}  // namespace extsrc::identity
