// SPDX-License-Identifier: BSL-1.0
#include "plugin_source.hpp"

#include "config_schema.hpp"

#include <algorithm>

namespace ccphost {
namespace {

result<void> set_intervals(std::vector<task_declaration>& tasks, const plugin_source& source) {
    for (const auto& [name, every] : source.task_intervals) {
        const auto found = std::find_if(tasks.begin(), tasks.end(), [&](const auto& task) { return task.name == name; });
        if (found == tasks.end()) return failure{step::config, "taskSeconds." + name + " names no task of the plugin"};
        found->every = every;
    }
    return {};
}

bool everybody_may_write(const std::filesystem::path& path) {
    std::error_code bad;
    const auto mode = std::filesystem::status(path, bad).permissions();
    return !bad && (mode & std::filesystem::perms::others_write) != std::filesystem::perms::none;
}

// In such a directory everybody may put another file in the place of one.
bool everybody_may_replace_in(const std::filesystem::path& directory) {
    std::error_code bad;
    const auto mode = std::filesystem::status(directory, bad).permissions();
    const bool sticky = (mode & std::filesystem::perms::sticky_bit) != std::filesystem::perms::none;
    return everybody_may_write(directory) && !sticky;
}

result<void> check_trustworthy(const std::filesystem::path& file) {
    const auto refused = [](const std::filesystem::path& path) {
        return failure{step::manifest, path.string() + " may be written by everybody; take that permission away"};
    };
    const auto directory = std::filesystem::absolute(file).parent_path();
    if (everybody_may_write(file)) return refused(file);
    if (everybody_may_replace_in(directory)) return refused(directory);
    return {};
}

}  // namespace

plugin_source applied(plugin_source to, const source_changes& changes) {
    if (changes.manifest) {
        to.manifest = *changes.manifest;
        to.library.reset();
    }
    if (changes.library) to.library = *changes.library;
    if (to.library && to.library->empty()) to.library.reset();
    if (changes.config) to.config = *changes.config;
    if (changes.task_intervals) to.task_intervals = *changes.task_intervals;
    if (changes.watch) to.watch = *changes.watch;
    return to;
}

result<manifest> fit_to_source(manifest listed, const plugin_source& source) {
    if (const auto valid = validate_config(listed.configuration_schema, source.config); !valid) {
        return valid.error().within(listed.id);
    }
    if (const auto known = set_intervals(listed.tasks, source); !known) return known.error().within(listed.id);
    return listed;
}

result<manifest> read_trusted_manifest(const std::filesystem::path& file) {
    if (const auto trusted = check_trustworthy(file); !trusted) return trusted.error();
    return read_manifest(file);
}

result<manifest> prepare(const plugin_source& source) {
    auto listed = read_trusted_manifest(source.manifest);
    if (!listed) return listed;
    if (source.library) listed->library = std::filesystem::absolute(*source.library);
    return fit_to_source(std::move(*listed), source);
}

}  // namespace ccphost
