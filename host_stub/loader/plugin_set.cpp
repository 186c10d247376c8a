// SPDX-License-Identifier: BSL-1.0
#include "plugin_set.hpp"

#include "config_schema.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

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

// What only one of two plugins may have, as the end of a sentence; empty text when they get along.
std::string shared_between(const manifest& added, const manifest& taken) {
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

result<void> set_intervals(std::vector<task_declaration>& tasks, const plugin_source& source) {
    for (const auto& [name, every] : source.task_intervals) {
        const auto found = std::find_if(tasks.begin(), tasks.end(), [&](const auto& task) { return task.name == name; });
        if (found == tasks.end()) return failure{step::config, "taskSeconds." + name + " names no task of the plugin"};
        found->every = every;
    }
    return {};
}

}  // namespace

result<manifest> prepare(const plugin_source& source) {
    auto listed = read_manifest(source.manifest);
    if (!listed) return listed;
    if (source.library) listed->library = std::filesystem::absolute(*source.library);
    if (const auto valid = validate_config(listed->configuration_schema, source.config); !valid) {
        return valid.error().within(listed->id);
    }
    if (const auto known = set_intervals(listed->tasks, source); !known) return known.error().within(listed->id);
    return listed;
}

plugin_set::plugin_set(shared_services shared, control_thread& control, lifecycle_deadlines deadlines)
    : shared_(shared), control_(control), deadlines_(deadlines) {}

result<void> plugin_set::check_conflicts(const manifest& added) const {
    for (const auto& slot : slots_) {
        const auto other = slot.acquire();
        if (!other) continue;
        const auto& taken = (*other)->listed();
        if (taken.id == added.id) return failure{step::manifest, added.id + " is configured twice"};
        if (const auto shared = shared_between(added, taken); !shared.empty()) {
            return failure{step::manifest, added.id + " and " + taken.id + " both " + shared};
        }
    }
    return {};
}

result<void> plugin_set::start_all(const std::vector<plugin_source>& sources) {
    const auto start_one = [this](const plugin_source& source) -> result<void> {
        auto listed = prepare(source);
        if (!listed) return listed.error();
        if (auto free = check_conflicts(*listed); !free) return free;
        auto started = generation::start(std::move(*listed), source.config, ++last_number_, shared_, control_, deadlines_);
        if (!started) return started.error();
        const auto& one = **started;
        spdlog::info("{} {} started as generation {} with {} handlers", one.listed().id, one.listed().version, one.number(),
                     one.listed().handlers.size());
        slots_.emplace_back().publish(std::move(*started));
        return {};
    };
    for (const auto& source : sources) {
        if (auto started = start_one(source); !started) {
            if (const auto retired = retire_all(deadlines_.grace); !retired) spdlog::warn("{}", retired.error().text());
            return started;
        }
    }
    return {};
}

result<void> plugin_set::retire_all(std::chrono::milliseconds drain) {
    result<void> outcome;
    for (auto slot = slots_.rbegin(); slot != slots_.rend(); ++slot) {
        const auto last = slot->publish(nullptr);
        if (last == nullptr) continue;
        const auto retired = last->retire(drain);
        if (retired) {
            spdlog::info("{} unloaded", last->listed().id);
        } else if (outcome || outcome.error().where == step::unload) {
            outcome = retired.error();
        }
    }
    return outcome;
}

std::optional<pin> plugin_set::find(std::string_view id) const {
    for (const auto& slot : slots_) {
        auto pinned = slot.acquire();
        if (pinned && (*pinned)->listed().id == id) return pinned;
    }
    return std::nullopt;
}

std::optional<pin> plugin_set::identity() const {
    for (const auto& slot : slots_) {
        auto pinned = slot.acquire();
        if (pinned && (*pinned)->identity_hook()) return pinned;
    }
    return std::nullopt;
}

std::string plugin_set::health_fault() const {
    for (const auto& slot : slots_) {
        const auto pinned = slot.acquire();
        if (!pinned) return "a plugin is not running";
        const auto report = (*pinned)->health();
        if (!report.up) return (*pinned)->listed().id + ": " + report.detail;
    }
    return {};
}

}  // namespace ccphost
