// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace extsrc::handlers {

/// Names one field of a model, such as "$.workPhone.display": the contract's subset of JSONPath, names joined by dots.
class field_path {
public:
    /// The model itself, which no text names.
    field_path() = default;

    /// Nothing for "$" alone, brackets, wildcards, filters, empty names and control characters. A name may hold any other
    /// character but a dot. Expects UTF-8.
    [[nodiscard]] static std::optional<field_path> parse(std::string_view text);

    /// From the outermost object inwards.
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    /// As faults name fields: "workPhone.display".
    [[nodiscard]] std::string text() const;
    /// Whether `other` is this field or one inside it.
    [[nodiscard]] bool covers(const field_path& other) const;

    void enter(std::string_view name) { names_.emplace_back(name); }
    /// Expects an enter() that was not left yet.
    void leave() { names_.pop_back(); }

    auto operator<=>(const field_path&) const = default;

private:
    std::vector<std::string> names_;
};

}  // namespace extsrc::handlers
