// SPDX-License-Identifier: BSL-1.0
/// @file The place where the generation that serves is published.
#pragma once

#include "generation.hpp"

#include <memory>
#include <optional>
#include <shared_mutex>

namespace ccphost {

/// Holds the current generation of one plugin. A pin is taken under the same lock that publishes, so that a generation which
/// has been replaced can gain no more users. Thread-safe.
class generation_slot {
public:
    /// Puts `next` (or nothing) in place and gives back what was there, for the caller to retire.
    std::shared_ptr<generation> publish(std::shared_ptr<generation> next) noexcept;
    /// Pins the current generation; nothing when there is none.
    [[nodiscard]] std::optional<pin> acquire() const;

private:
    mutable std::shared_mutex mutex_;
    std::shared_ptr<generation> current_;
};

}  // namespace ccphost
