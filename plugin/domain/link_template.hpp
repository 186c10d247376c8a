// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace extsrc::domain {

/// Where an external source shows a person's profile: profile URL start, the external ID, profile URL end, kept as one text
/// with a placeholder. Contract: ExternalSource.linkConfiguration.uriTemplate.
class link_template {
public:
    static constexpr std::string_view placeholder = "{{externalId.value}}";
    static constexpr std::size_t max_length = 400;  ///< code points

    /// Takes a template as a client sends it. Trims; requires http or https, a host without user name, at most one placeholder,
    /// and that not before the path, so that neither an ID nor a look-alike user name can pass for the host.
    /// @param field name to report in errc::invalid
    [[nodiscard]] static result<link_template> parse(std::string_view text, std::string_view field);

    /// For text that passed `parse` when it was stored.
    [[nodiscard]] static link_template trusted(std::string text) { return link_template(std::move(text)); }

    /// The profile's URL. Everything in the ID outside RFC 3986's unreserved characters is percent-encoded, byte by byte.
    [[nodiscard]] std::string expand(std::string_view external_id) const;

    [[nodiscard]] const std::string& text() const { return text_; }
    auto operator<=>(const link_template&) const = default;

private:
    explicit link_template(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace extsrc::domain
