// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/id.hpp"
#include "domain/link_template.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace extsrc::domain {

/// At most this many sources of an organization are active at a time; the schema enforces the same number.
inline constexpr int max_active_sources = 10;

/// The name of an external source: 1 to 200 code points after trimming, unique in its organization without regard to case.
class source_name {
public:
    static constexpr std::size_t max_length = 200;

    /// errc::invalid naming the field "name" for text that is blank, too long, not UTF-8 or has control characters.
    [[nodiscard]] static result<source_name> parse(std::string_view text);
    [[nodiscard]] static source_name trusted(std::string text) { return source_name(std::move(text)); }

    [[nodiscard]] const std::string& text() const { return text_; }
    /// What uniqueness, order and the prefix filter compare.
    [[nodiscard]] std::string folded() const;

private:
    explicit source_name(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// A system of record outside the host that issues external IDs.
struct external_source {
    source_id id;
    source_name name;
    bool active = true;
    std::optional<link_template> link;
};

/// errc::limit_exceeded with the contract's `limit` for one active source too many.
[[nodiscard]] error too_many_active_sources();

/// errc::conflict naming the field "name".
[[nodiscard]] error source_name_taken(const source_name& name);

}  // namespace extsrc::domain
