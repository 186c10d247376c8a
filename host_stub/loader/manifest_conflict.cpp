// SPDX-License-Identifier: BSL-1.0
#include "manifest_conflict.hpp"

namespace ccphost {
namespace {

// {names} do not tell two templates apart.
std::string shape_of(const handler_declaration& handler) {
    std::string shape = handler.method + " ";
    bool inside = false;
    for (const char c : handler.path) {
        if (c == '}') inside = false;
        if (!inside) shape += c;
        if (c == '{') inside = true;
    }
    return shape;
}

}  // namespace

std::string manifest_conflict(const manifest& added, const manifest& taken) {
    if (taken.identity_hook && added.identity_hook) return "bring the identity hook";
    for (const auto& mine : added.handlers) {
        for (const auto& theirs : taken.handlers) {
            if (shape_of(mine) == shape_of(theirs)) return "serve " + mine.method + " " + mine.path;
        }
    }
    for (const auto& mine : added.topics) {
        for (const auto& theirs : taken.topics) {
            if (mine.pattern.overlaps(theirs.pattern)) return "declare the topic " + mine.text;
        }
    }
    return {};
}

}  // namespace ccphost
