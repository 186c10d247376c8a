// SPDX-License-Identifier: BSL-1.0
#include "session_store.hpp"

#include "random_token.hpp"

#include <algorithm>

namespace ccphost {
namespace {

constexpr std::chrono::seconds sweep_interval{60};

}  // namespace

session_store::session_store(std::chrono::seconds lifetime, std::function<clock::time_point()> now)
    : lifetime_(lifetime), now_(std::move(now)), next_sweep_(now_() + sweep_interval) {}

opened_session session_store::open(std::shared_ptr<const client_account> account) {
    opened_session made{random_token(), {std::move(account), random_token(), {}, std::make_shared<session_end>()}};
    const auto now = now_();
    made.opened.expires = now + lifetime_;
    std::unique_lock lock(mutex_);
    if (now >= next_sweep_) {
        std::erase_if(sessions_, [now](const auto& each) { return each.second.expires <= now; });
        next_sweep_ = now + sweep_interval;
    }
    const auto ousted = take_one_too_many(*made.opened.account);
    sessions_.insert_or_assign(sha256(made.id), made.opened);
    lock.unlock();
    if (!ousted.empty()) ousted.mapped().end->raise();
    return made;
}

session_store::held_sessions::node_type session_store::take_one_too_many(const client_account& of) {
    std::size_t count = 0;
    auto oldest = sessions_.end();
    for (auto each = sessions_.begin(); each != sessions_.end(); ++each) {
        if (each->second.account->id != of.id) continue;
        ++count;
        if (oldest == sessions_.end() || each->second.expires < oldest->second.expires) oldest = each;
    }
    return count < most_per_client ? held_sessions::node_type() : sessions_.extract(oldest);
}

std::optional<session> session_store::find(std::string_view id) const {
    const auto key = sha256(id);
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(key);
    if (found == sessions_.end() || found->second.expires <= now_()) return std::nullopt;
    return found->second;
}

void session_store::close(std::string_view id) {
    const auto key = sha256(id);
    std::unique_lock lock(mutex_);
    const auto closed = sessions_.extract(key);
    lock.unlock();
    if (!closed.empty()) closed.mapped().end->raise();
}

std::chrono::seconds session_store::time_left(const session& of) const {
    const auto left = std::chrono::floor<std::chrono::seconds>(of.expires - now_());
    return std::max(left, std::chrono::seconds(0));
}

std::size_t session_store::size() const {
    const std::lock_guard lock(mutex_);
    return sessions_.size();
}

}  // namespace ccphost
