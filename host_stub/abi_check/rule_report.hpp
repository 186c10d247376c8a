// SPDX-License-Identifier: BSL-1.0
/// @file The rules a plugin's library is held to, and how it kept them.
#pragma once

#include <boost/json/array.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccphost {

/// The rules, in the order in which they are tried.
enum class rule {
    file,
    exports,
    unique_symbols,
    nodelete,
    thread_exit,
    load,
    other_major,
    constant_descriptor,
    quiet_entry,
    descriptor,
    texts,
    manifest,
    configuration,
    create,
    two_instances,
    quiet_create,
    start,
    registrations,
    tasks,
    transfer,
    console,
    health,
    unknown_extension,
    drain,
    stop,
    destroy,
    threads,
    files,
    memory,
    unload
};

/// The rule's name, such as "quiet-entry". Static text.
std::string_view name_of(rule which) noexcept;
/// What keeping the rule means, in a few words. Static text.
std::string_view meaning_of(rule which) noexcept;

/// What became of each rule. Used by one thread.
class rule_report {
public:
    rule_report();

    /// Notes a rule as kept, or as broken when there is a fault. The first fault counts. @return whether it is kept
    bool judge(rule which, const std::string& fault = {});
    /// Notes why a rule cannot be tried, unless it was judged.
    void skip(rule which, const std::string& why);
    /// The same for the rules from `first` to `last`.
    void skip(rule first, rule last, const std::string& why);

    /// Whether no rule is broken.
    [[nodiscard]] bool kept() const;
    /// Whether the rule was tried and broken.
    [[nodiscard]] bool broken(rule which) const;
    /// One line a rule: "ok|fail|skipped  rule  why".
    [[nodiscard]] std::string text() const;
    /// [{"rule","result","why"}]
    [[nodiscard]] boost::json::array json() const;

private:
    enum class verdict { ok, fail, skipped };
    struct outcome {
        verdict result;
        std::string why;
    };
    static std::string_view name_of(verdict result) noexcept;

    std::vector<std::optional<outcome>> outcomes_;
};

}  // namespace ccphost
