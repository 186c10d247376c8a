// SPDX-License-Identifier: BSL-1.0
/// @file Generations that were replaced or given up, and are not gone.
#pragma once

#include "generation.hpp"

#include <memory>
#include <mutex>
#include <vector>

namespace ccphost {

/// Keeps generations whose code may still run (lingering), and those that ended but stay in memory (pinned). Thread-safe.
class lingering_list {
public:
    lingering_list() = default;
    lingering_list(const lingering_list&) = delete;
    lingering_list& operator=(const lingering_list&) = delete;
    /// What still lingers outlives the list, for the life of the process.
    ~lingering_list();

    /// Takes the generation in if its state is lingering or pinned; else does nothing.
    void keep_if_left(const std::shared_ptr<generation>& ended);
    [[nodiscard]] std::vector<std::shared_ptr<generation>> list() const;
    /// How many are lingering, and those of them that are of this plugin.
    [[nodiscard]] std::size_t lingering() const;
    [[nodiscard]] std::size_t lingering_of(std::string_view plugin) const;
    /// Tries to end each that lingers and looks again for each that is pinned. Not at the same time as another life-cycle
    /// operation. @return those that are gone now, and no longer kept
    std::vector<std::shared_ptr<generation>> try_again();

private:
    mutable std::mutex mutex_;
    std::vector<std::shared_ptr<generation>> kept_;
};

}  // namespace ccphost
