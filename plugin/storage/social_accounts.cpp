// SPDX-License-Identifier: BSL-1.0
#include "storage/social_accounts.hpp"

#include "storage/optional_column.hpp"

#include <soci/soci.h>

#include <cstddef>

namespace extsrc::storage {
namespace {

using soci::into;
using soci::use;

// Apple's opaque ids come after the networks of social_network, one row each.
constexpr int apple = static_cast<int>(domain::social_fields.size());

void write_row(transaction& open, const domain::contact_id& contact, int network, int position,
               const domain::social_account& account) {
    const int verified = to_column(account.verified);
    open.sql() << "INSERT INTO contact_social (contact_id, network, position, user_id, name, handle, url, verified) "
                  "VALUES (:contact, :network, :position, :user, :name, :handle, :url, :verified)",
        use(contact.text(), "contact"), use(network, "network"), use(position, "position"), use(account.user_id, "user"),
        use(account.name, "name"), use(account.handle, "handle"), use(account.url, "url"), use(verified, "verified");
}

}  // namespace

void read_social_accounts(transaction& open, const domain::contact_id& contact, domain::contact_profile& profile) {
    domain::social_account stored;
    int network = 0;
    int verified = 0;
    soci::statement query = (open.sql().prepare << "SELECT network, user_id, name, handle, url, verified FROM contact_social "
                                                   "WHERE contact_id = :contact ORDER BY network, position",
                             into(network), into(stored.user_id), into(stored.name), into(stored.handle), into(stored.url),
                             into(verified), use(contact.text(), "contact"));
    query.execute();
    while (query.fetch()) {
        if (network == apple) {
            profile.apple_opaque_ids.push_back(stored.user_id);
            continue;
        }
        stored.verified = truth_from_column(verified);
        profile.socials.at(static_cast<std::size_t>(network)) = stored;
    }
}

void write_social_accounts(transaction& open, const domain::contact_id& contact, const domain::contact_profile& profile) {
    for (std::size_t i = 0; i < profile.socials.size(); ++i)
        if (const auto& account = profile.socials[i]) write_row(open, contact, static_cast<int>(i), 0, *account);
    for (std::size_t i = 0; i < profile.apple_opaque_ids.size(); ++i) {
        domain::social_account id;
        id.user_id = profile.apple_opaque_ids[i];
        write_row(open, contact, apple, static_cast<int>(i), id);
    }
}

}  // namespace extsrc::storage
