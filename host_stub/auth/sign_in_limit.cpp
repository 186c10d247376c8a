// SPDX-License-Identifier: BSL-1.0
#include "sign_in_limit.hpp"

#include "clients.hpp"

#include <algorithm>

namespace ccphost {
namespace {

constexpr std::chrono::minutes window_length{1};
constexpr std::size_t most_windows = 20'000;  // more are forgotten rather than keep everybody out

// Of one length, whatever somebody sends as an id.
std::string key_of_address(const std::string& address) {
    return sha256(address);
}
std::string key_of_client(const std::string& client, const std::string& address) {
    return sha256(address + '\n' + client);
}

}  // namespace

void sign_in_limit::sweep(clock::time_point now) {
    if (now < next_sweep_) return;
    std::erase_if(windows_, [now](const auto& each) { return each.second.ends <= now; });
    next_sweep_ = now + window_length;
}

std::int64_t sign_in_limit::wait_of(const std::string& key, std::uint32_t most, clock::time_point now) const {
    const auto found = windows_.find(key);
    if (found == windows_.end() || found->second.ends <= now || found->second.failures < most) return 0;
    return std::max<std::int64_t>(std::chrono::ceil<std::chrono::seconds>(found->second.ends - now).count(), 1);
}

std::optional<std::int64_t> sign_in_limit::must_wait(const std::string& client, const std::string& address,
                                                     clock::time_point now) {
    const std::lock_guard lock(mutex_);
    sweep(now);
    const auto wait = std::max(wait_of(key_of_client(client, address), per_client, now),
                               wait_of(key_of_address(address), most_per_address_, now));
    if (wait == 0) return std::nullopt;
    return wait;
}

void sign_in_limit::failed(const std::string& client, const std::string& address, clock::time_point now) {
    const std::lock_guard lock(mutex_);
    if (windows_.size() >= most_windows) windows_.clear();
    for (const auto& key : {key_of_client(client, address), key_of_address(address)}) {
        auto& current = windows_[key];
        if (now >= current.ends) current = {now + window_length, 0};
        ++current.failures;
    }
}

}  // namespace ccphost
