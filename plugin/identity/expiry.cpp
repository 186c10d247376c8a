// SPDX-License-Identifier: BSL-1.0
#include "identity/expiry.hpp"

#include "identity/contact_book.hpp"
#include "storage/contact_repository.hpp"

#include <chrono>
#include <map>
#include <vector>

namespace extsrc::identity {
namespace {

constexpr std::size_t batch = 50;

using by_organization = std::map<domain::organization_id, std::vector<domain::contact_id>>;

by_organization grouped(const std::vector<storage::expired_contact>& expired) {
    by_organization groups;
    for (const auto& one : expired) groups[one.organization].push_back(one.id);
    return groups;
}

// Somebody may have been in touch with a contact, or another process removed it, since it was found.
bool is_still_expired(storage::transaction& open, const domain::organization_id& organization, const domain::contact_id& id,
                      domain::timestamp now) {
    const auto found = storage::contact_repository(open).find(organization, id);
    return found && found->expires_at && *found->expires_at < now;
}

domain::result<std::size_t> remove_those(storage::transaction& open, const domain::organization_id& organization,
                                         const std::vector<domain::contact_id>& contacts, domain::timestamp now) {
    std::size_t removed = 0;
    for (const auto& id : contacts) {
        if (!is_still_expired(open, organization, id, now)) continue;
        if (auto gone = contact_book(open, organization, now).remove(id); !gone) return gone.error();
        ++removed;
    }
    return removed;
}

}  // namespace

std::size_t remove_expired(storage::database& database, domain::timestamp now, storage::deadline until,
                           const std::atomic<bool>& ending) {
    std::size_t total = 0;
    std::size_t found = batch;
    while (found == batch && !ending && std::chrono::steady_clock::now() < until) {
        const auto expired = database.read(
            until, [&](storage::transaction& open) { return storage::contact_repository(open).expired(now, batch); });
        for (const auto& [organization, contacts] : grouped(expired))
            total += database
                         .write(organization, until,
                                [&](storage::transaction& open) { return remove_those(open, organization, contacts, now); })
                         .value();
        found = expired.size();
    }
    return total;
}

}  // namespace extsrc::identity
