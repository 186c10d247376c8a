// SPDX-License-Identifier: BSL-1.0
#include "include_rules.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <regex>
#include <set>
#include <stdexcept>
#include <tuple>

namespace architecture {
namespace {

namespace fs = std::filesystem;

bool is_source(const fs::path& file) {
    static const std::set<std::string> extensions{".c", ".cc", ".cpp", ".cxx", ".h", ".hh", ".hpp", ".hxx", ".inl", ".ipp"};
    return extensions.contains(file.extension().string());
}

bool is_below(const std::string& path, const std::string& folder) {
    return path.starts_with(folder + "/");
}

/// The headers of C++ have no extension and no folder.
bool is_standard(const std::string& target) {
    return target.find_first_of("./") == std::string::npos;
}

/// Where in the project an include in quotes leads, or nothing when it names no file of the project.
std::optional<std::string> project_file(const fs::path& root, const std::string& from, const std::string& target,
                                        const folder_rule& rule) {
    for (const fs::path& base : {fs::path(from).parent_path(), fs::path(rule.include_root), fs::path()}) {
        const fs::path found = (base / target).lexically_normal();
        if (fs::exists(root / found)) return found.generic_string();
    }
    return std::nullopt;
}

std::string without_extension(const std::string& file) {
    return fs::path(file).replace_extension().generic_string();
}

std::string only(const std::string& stem, const std::string& target) {
    return "only " + stem + " may include <" + target + ">";
}

/// Why a file may not include `target`, or nothing when it may.
std::optional<std::string> objection(const fs::path& root, const std::string& file, const std::string& target, bool quoted,
                                     const folder_rule& rule) {
    if (quoted) {
        const auto found = project_file(root, file, target, rule);
        if (!found) return "includes \"" + target + "\", which is no file of the project";
        const bool allowed = std::ranges::any_of(rule.own, [&](const auto& folder) { return is_below(*found, folder); });
        if (allowed) return std::nullopt;
        return rule.folder + " may not include " + fs::path(*found).parent_path().generic_string() + " (\"" + target + "\")";
    }
    if (rule.standard_library && is_standard(target)) return std::nullopt;
    for (const auto& [header, stem] : rule.confined) {
        if (!target.starts_with(header)) continue;
        if (without_extension(file) == stem) return std::nullopt;
        return only(stem, target);
    }
    if (std::ranges::any_of(rule.third_party, [&](const auto& prefix) { return target.starts_with(prefix); }))
        return std::nullopt;
    return rule.folder + " may not include <" + target + ">";
}

void check_file(const fs::path& root, const std::string& file, const folder_rule& rule, std::vector<violation>& found) {
    static const std::regex include_line(R"(^\s*#\s*include\s*(.*?)\s*$)");
    static const std::regex target_of(R"(^([<"])([^>"]+)[>"].*$)");
    std::ifstream in(root / file);
    if (!in) throw std::runtime_error("cannot read " + file);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        std::smatch match;
        if (!std::regex_match(line, match, include_line)) continue;
        const std::string rest = match[1];
        std::smatch target;
        if (!std::regex_match(rest, target, target_of)) {
            found.push_back({file, number, "an include this check cannot read: " + rest});
            continue;
        }
        const auto reason = objection(root, file, target[2], target[1] == "\"", rule);
        if (reason) found.push_back({file, number, *reason});
    }
}

std::set<std::string> top_folders(const std::vector<folder_rule>& rules) {
    std::set<std::string> tops;
    for (const auto& rule : rules) tops.insert(rule.folder.substr(0, rule.folder.find('/')));
    return tops;
}

}  // namespace

const folder_rule* rule_of(const std::string& file, const std::vector<folder_rule>& rules) {
    const folder_rule* best = nullptr;
    for (const auto& rule : rules) {
        if (is_below(file, rule.folder) && (best == nullptr || rule.folder.size() > best->folder.size())) best = &rule;
    }
    return best;
}

std::string violation::text() const {
    return file + ":" + std::to_string(line) + ": " + reason;
}

std::vector<violation> check_includes(const fs::path& root, const std::vector<folder_rule>& rules) {
    std::vector<violation> found;
    std::set<std::string> governed;
    for (const auto& top : top_folders(rules)) {
        if (!fs::is_directory(root / top)) throw std::runtime_error("no folder " + top);
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            if (!entry.is_regular_file() || !is_source(entry.path())) continue;
            const std::string file = fs::relative(entry.path(), root).generic_string();
            const folder_rule* rule = rule_of(file, rules);
            if (rule == nullptr) {
                found.push_back({file, 1, "no rule says what this folder may include"});
                continue;
            }
            governed.insert(rule->folder);
            check_file(root, file, *rule, found);
        }
    }
    for (const auto& rule : rules) {
        if (!governed.contains(rule.folder)) throw std::runtime_error("no source in " + rule.folder);
    }
    std::ranges::sort(found, {}, [](const violation& v) { return std::tie(v.file, v.line); });
    return found;
}

}  // namespace architecture
