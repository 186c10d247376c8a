// SPDX-License-Identifier: BSL-1.0
#include "token_store.hpp"

#include "random_token.hpp"

#include <mutex>

namespace ccphost {
namespace {

constexpr std::chrono::seconds sweep_interval{60};

}  // namespace

token_store::token_store(std::chrono::seconds lifetime, std::function<clock::time_point()> now)
    : lifetime_(lifetime), now_(std::move(now)), next_sweep_(now_() + sweep_interval) {}

std::string token_store::issue(std::shared_ptr<const client_account> account) {
    auto token = random_token();
    const auto now = now_();
    const std::unique_lock lock(mutex_);
    if (now >= next_sweep_) {
        std::erase_if(grants_, [now](const auto& each) { return each.second.expires <= now; });
        next_sweep_ = now + sweep_interval;
    }
    grants_.insert_or_assign(sha256(token), grant{std::move(account), now + lifetime_});
    return token;
}

std::optional<token_store::grant> token_store::find(std::string_view token) const {
    const auto key = sha256(token);
    const std::shared_lock lock(mutex_);
    const auto found = grants_.find(key);
    if (found == grants_.end() || found->second.expires <= now_()) return std::nullopt;
    return found->second;
}

std::size_t token_store::size() const {
    const std::shared_lock lock(mutex_);
    return grants_.size();
}

}  // namespace ccphost
