// SPDX-License-Identifier: BSL-1.0
#include "open_requests.hpp"

#include <utility>

namespace ccphost {

std::uint64_t open_requests::open(std::shared_ptr<open_request> request) {
    const std::lock_guard lock(mutex_);
    const auto token = next_++;
    requests_.emplace(token, std::move(request));
    return token;
}

std::shared_ptr<open_request> open_requests::close(std::uint64_t token) {
    const std::lock_guard lock(mutex_);
    const auto found = requests_.find(token);
    if (found == requests_.end()) return nullptr;
    auto request = std::move(found->second);
    requests_.erase(found);
    return request;
}

bool open_requests::cancelled(std::uint64_t token) const {
    const std::lock_guard lock(mutex_);
    const auto found = requests_.find(token);
    return all_cancelled_ || found == requests_.end() || found->second->cancelled();
}

void open_requests::cancel_all() {
    const std::lock_guard lock(mutex_);
    all_cancelled_ = true;
}

}  // namespace ccphost
