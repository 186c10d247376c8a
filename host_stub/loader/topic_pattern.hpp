// SPDX-License-Identifier: BSL-1.0
/// @file Topics of events, and patterns over them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccphost {

/// Whether `topic` may name an event: segments joined by dots, none empty, of printable ASCII without spaces, braces and '*'.
bool is_topic(std::string_view topic);

/// A topic in which some segments stand for any one segment. Immutable.
class topic_pattern {
public:
    /// A manifest's notation, such as "v2.things.{id}"; nothing when it is malformed.
    static std::optional<topic_pattern> declared(std::string_view text);
    /// A subscriber's notation, such as "v2.things.*" or "v2.things.7"; nothing when it is malformed.
    static std::optional<topic_pattern> requested(std::string_view text);

    /// Whether the pattern stands for `topic`.
    [[nodiscard]] bool matches(std::string_view topic) const;
    /// Whether every topic that `other` stands for is one of this pattern's.
    [[nodiscard]] bool covers(const topic_pattern& other) const;
    /// Whether some topic is one of both patterns'.
    [[nodiscard]] bool overlaps(const topic_pattern& other) const;

private:
    using segment = std::optional<std::string>;  // nothing for any

    explicit topic_pattern(std::vector<segment> segments) : segments_(std::move(segments)) {}
    template <class IsAny>
    static std::optional<topic_pattern> parse(std::string_view text, IsAny is_any);

    std::vector<segment> segments_;
};

}  // namespace ccphost
