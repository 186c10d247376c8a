// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <set>
#include <string>
#include <utility>

namespace extsrc::identity {

/// On which channels interactions are resolved. Immutable once made, so threads share it freely.
class channel_policy {
public:
    channel_policy() = default;
    explicit channel_policy(std::set<std::string> disabled) : disabled_(std::move(disabled)) {}

    [[nodiscard]] bool resolves(const std::string& channel) const { return !disabled_.contains(channel); }

private:
    std::set<std::string> disabled_;
};

}  // namespace extsrc::identity
