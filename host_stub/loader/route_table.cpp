// SPDX-License-Identifier: BSL-1.0
#include "route_table.hpp"

#include <algorithm>

namespace ccphost {
namespace {

bool is_name(const std::string& segment) {
    return segment.front() == '{';
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& segments) {
    return std::equal(
        pattern.begin(), pattern.end(), segments.begin(), segments.end(),
        [](const std::string& wanted, const std::string& given) { return is_name(wanted) ? !given.empty() : wanted == given; });
}

}  // namespace

route_table::route_table(const std::vector<registered_handler>& handlers) {
    for (const auto& handler : handlers) {
        route added{{}, &handler};
        const std::string& path = handler.declaration.path;
        for (std::size_t begin = 1; begin <= path.size();) {
            const auto end = std::min(path.find('/', begin), path.size());
            added.segments.push_back(path.substr(begin, end - begin));
            begin = end + 1;
        }
        routes_.push_back(std::move(added));
    }
    std::stable_sort(routes_.begin(), routes_.end(), [](const route& left, const route& right) {
        return std::lexicographical_compare(
            left.segments.begin(), left.segments.end(), right.segments.begin(), right.segments.end(),
            [](const std::string& one, const std::string& other) { return !is_name(one) && is_name(other); });
    });
}

route_match route_table::match(std::string_view method, const std::vector<std::string>& segments) const {
    route_match found;
    for (const auto& candidate : routes_) {
        if (!fits(candidate.segments, segments)) continue;
        if (candidate.handler->declaration.method != method) {
            found.allowed.push_back(candidate.handler->declaration.method);
            continue;
        }
        found.handler = candidate.handler;
        found.allowed.clear();
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const auto& name = candidate.segments[i];
            if (is_name(name)) found.parameters.emplace_back(name.substr(1, name.size() - 2), segments[i]);
        }
        return found;
    }
    std::sort(found.allowed.begin(), found.allowed.end());
    found.allowed.erase(std::unique(found.allowed.begin(), found.allowed.end()), found.allowed.end());
    return found;
}

}  // namespace ccphost
