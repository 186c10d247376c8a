// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace extsrc::domain {

/// A UUID in its canonical text: 36 characters, lower case. Nothing when the text is no UUID of that form in either case.
[[nodiscard]] std::optional<std::string> canonical_uuid(std::string_view text);

/// A fresh random UUID (RFC 4122 version 4) in canonical text. [any thread]
[[nodiscard]] std::string random_uuid();

/// The id of one kind of thing, so that the compiler keeps a contact's apart from a source's. Holds a canonical UUID.
template <class Kind>
class id {
public:
    id() = default;

    /// Nothing when the text is no UUID.
    [[nodiscard]] static std::optional<id> parse(std::string_view text) {
        auto canonical = canonical_uuid(text);
        if (!canonical) return std::nullopt;
        return id(std::move(*canonical));
    }
    /// For text that was canonical when it was stored.
    [[nodiscard]] static id trusted(std::string text) { return id(std::move(text)); }
    [[nodiscard]] static id random() { return id(random_uuid()); }

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    auto operator<=>(const id&) const = default;

private:
    explicit id(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

using contact_id = id<struct contact_kind>;
using source_id = id<struct source_kind>;
using organization_id = id<struct organization_kind>;

/// A division of an organization, or "*" for unassigned.
class division_id {
public:
    division_id() = default;
    [[nodiscard]] static std::optional<division_id> parse(std::string_view text);
    [[nodiscard]] static division_id trusted(std::string text) { return division_id(std::move(text)); }
    [[nodiscard]] const std::string& text() const { return text_; }
    auto operator<=>(const division_id&) const = default;

private:
    explicit division_id(std::string text) : text_(std::move(text)) {}
    std::string text_ = "*";
};

}  // namespace extsrc::domain
