// SPDX-License-Identifier: BSL-1.0
#include "topic_pattern.hpp"

#include <algorithm>

namespace ccphost {
namespace {

std::vector<std::string_view> split(std::string_view topic) {
    std::vector<std::string_view> segments;
    for (std::size_t begin = 0; begin <= topic.size();) {
        const auto end = std::min(topic.find('.', begin), topic.size());
        segments.push_back(topic.substr(begin, end - begin));
        begin = end + 1;
    }
    return segments;
}

bool is_literal(std::string_view segment) {
    return !segment.empty() && std::all_of(segment.begin(), segment.end(),
                                           [](char c) { return c > ' ' && c < 0x7f && c != '{' && c != '}' && c != '*'; });
}

bool is_placeholder(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}' &&
           is_literal(segment.substr(1, segment.size() - 2));
}

}  // namespace

bool is_topic(std::string_view topic) {
    const auto segments = split(topic);
    return std::all_of(segments.begin(), segments.end(), is_literal);
}

template <class IsAny>
std::optional<topic_pattern> topic_pattern::parse(std::string_view text, IsAny is_any) {
    std::vector<segment> segments;
    for (const auto each : split(text)) {
        if (is_any(each)) {
            segments.emplace_back(std::nullopt);
        } else if (is_literal(each)) {
            segments.emplace_back(each);
        } else {
            return std::nullopt;
        }
    }
    return topic_pattern(std::move(segments));
}

std::optional<topic_pattern> topic_pattern::declared(std::string_view text) {
    return parse(text, is_placeholder);
}

std::optional<topic_pattern> topic_pattern::requested(std::string_view text) {
    return parse(text, [](std::string_view segment) { return segment == "*"; });
}

bool topic_pattern::matches(std::string_view topic) const {
    const auto segments = split(topic);
    return std::equal(segments_.begin(), segments_.end(), segments.begin(), segments.end(),
                      [](const segment& own, std::string_view given) { return own ? *own == given : is_literal(given); });
}

bool topic_pattern::covers(const topic_pattern& other) const {
    return std::equal(segments_.begin(), segments_.end(), other.segments_.begin(), other.segments_.end(),
                      [](const segment& own, const segment& theirs) { return !own || own == theirs; });
}

bool topic_pattern::overlaps(const topic_pattern& other) const {
    return std::equal(segments_.begin(), segments_.end(), other.segments_.begin(), other.segments_.end(),
                      [](const segment& own, const segment& theirs) { return !own || !theirs || own == theirs; });
}

}  // namespace ccphost
