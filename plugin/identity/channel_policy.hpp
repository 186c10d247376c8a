// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/channel_resolution.hpp"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace extsrc::identity {

/// Whom an interaction belongs to when several contacts own its identifiers.
enum class several_matches : std::uint8_t {
    priority,  ///< the owner of the most trusted type; inside one type the oldest contact
    oldest,    ///< the oldest contact of all
    leave,     ///< nobody: the interaction stays unresolved, for the agent
};

/// What holds for every integration of a plugin. Immutable once made, so threads share it freely.
class channel_policy {
public:
    channel_policy() = default;
    /// @param disabled channels on which interactions are not resolved unless their integration was configured
    explicit channel_policy(std::set<std::string, std::less<>> disabled, several_matches several = several_matches::priority)
        : disabled_(std::move(disabled)), several_(several) {}

    /// How an integration that nobody configured resolves.
    [[nodiscard]] domain::channel_resolution defaults(std::string_view channel) const {
        domain::channel_resolution resolution;
        resolution.resolves = !disabled_.contains(channel);
        return resolution;
    }
    [[nodiscard]] several_matches several() const { return several_; }

private:
    std::set<std::string, std::less<>> disabled_;
    several_matches several_ = several_matches::priority;
};

}  // namespace extsrc::identity
