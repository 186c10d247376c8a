// SPDX-License-Identifier: BSL-1.0
#include "identity/expiry.hpp"

#include "identity/contact_book.hpp"
#include "storage/contact_repository.hpp"

#include <chrono>

namespace extsrc::identity {
namespace {

constexpr std::size_t batch = 50;

domain::result<std::size_t> remove_batch(storage::transaction& open, domain::timestamp now) {
    const auto expired = storage::contact_repository(open).expired(now, batch);
    for (const auto& one : expired)
        if (auto removed = contact_book(open, one.organization, now).remove(one.id); !removed) return removed.error();
    return expired.size();
}

}  // namespace

std::size_t remove_expired(storage::database& database, domain::timestamp now, storage::deadline until,
                           const std::atomic<bool>& ending) {
    std::size_t total = 0;
    std::size_t removed = batch;
    while (removed == batch && !ending && std::chrono::steady_clock::now() < until) {
        removed = database.write(until, [&](storage::transaction& open) { return remove_batch(open, now); }).value();
        total += removed;
    }
    return total;
}

}  // namespace extsrc::identity
