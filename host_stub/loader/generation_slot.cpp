// SPDX-License-Identifier: BSL-1.0
#include "generation_slot.hpp"

#include <mutex>
#include <utility>

namespace ccphost {

std::shared_ptr<generation> generation_slot::publish(std::shared_ptr<generation> next) noexcept {
    const std::unique_lock lock(mutex_);
    return std::exchange(current_, std::move(next));
}

std::optional<pin> generation_slot::acquire() const {
    const std::shared_lock lock(mutex_);
    if (current_ == nullptr) return std::nullopt;
    current_->enter();
    return pin(current_);
}

}  // namespace ccphost
