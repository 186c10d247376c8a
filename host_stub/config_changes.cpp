// SPDX-License-Identifier: BSL-1.0
#include "config_changes.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace ccphost {
namespace {

namespace json = boost::json;

constexpr std::string_view plugins = "plugins[";

// The plugin's index and the rest of the path, if it leads into a plugin.
bool inside_plugin(std::string_view path, std::size_t& index, std::string_view& rest) {
    if (!path.starts_with(plugins)) return false;
    path.remove_prefix(plugins.size());
    const auto read = std::from_chars(path.data(), path.data() + path.size(), index);
    rest = path.substr(static_cast<std::size_t>(read.ptr - path.data()));
    if (!rest.starts_with("].")) return false;  // a plugin as a whole
    rest.remove_prefix(2);
    return true;
}

config_change change_at(const std::string& path, std::string kind) {
    config_change change{path, std::move(kind), change_effect::restart};
    std::string_view rest;
    if (!inside_plugin(path, change.plugin, rest)) return change;
    change.member = rest.substr(0, rest.find('.'));
    const bool at_once = change.member == "config" || change.member == "watch";
    change.effect = at_once ? change_effect::configure : change_effect::reload;
    return change;
}

void compare(const json::value& from, const json::value& to, const std::string& path, std::vector<config_change>& into);

void compare_objects(const json::object& from, const json::object& to, const std::string& path,
                     std::vector<config_change>& into) {
    const auto below = [&](std::string_view name) { return path.empty() ? std::string(name) : path + "." + std::string(name); };
    for (const auto& member : from) {
        const auto* other = to.if_contains(member.key());
        if (other == nullptr) {
            into.push_back(change_at(below(member.key()), "removed"));
        } else {
            compare(member.value(), *other, below(member.key()), into);
        }
    }
    for (const auto& member : to) {
        if (from.if_contains(member.key()) == nullptr) into.push_back(change_at(below(member.key()), "added"));
    }
}

void compare_arrays(const json::array& from, const json::array& to, const std::string& path, std::vector<config_change>& into) {
    const auto below = [&](std::size_t index) { return path + "[" + std::to_string(index) + "]"; };
    const auto both = std::min(from.size(), to.size());
    for (std::size_t i = 0; i < both; ++i) compare(from[i], to[i], below(i), into);
    for (std::size_t i = both; i < from.size(); ++i) into.push_back(change_at(below(i), "removed"));
    for (std::size_t i = both; i < to.size(); ++i) into.push_back(change_at(below(i), "added"));
}

void compare(const json::value& from, const json::value& to, const std::string& path, std::vector<config_change>& into) {
    if (from.is_object() && to.is_object()) {
        compare_objects(from.get_object(), to.get_object(), path, into);
    } else if (from.is_array() && to.is_array()) {
        compare_arrays(from.get_array(), to.get_array(), path, into);
    } else if (from != to) {
        into.push_back(change_at(path, "changed"));
    }
}

}  // namespace

std::string_view name_of(change_effect effect) noexcept {
    switch (effect) {
        case change_effect::configure:
            return "config reload";
        case change_effect::reload:
            return "plugin reload";
        case change_effect::restart:
            return "restart";
    }
    return "unknown";
}

std::vector<config_change> config_changes(const json::value& from, const json::value& to) {
    std::vector<config_change> changes;
    compare(from, to, "", changes);
    return changes;
}

}  // namespace ccphost
