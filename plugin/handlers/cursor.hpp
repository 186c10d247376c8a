// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/error.hpp"
#include "domain/id.hpp"

#include <string>
#include <string_view>

namespace extsrc::handlers {

/// Makes and reads the page tokens of cursor listings: opaque, signed, bound to one listing of one organization, good for
/// 24 hours. Every process on one database signs with the same key. [any thread]
class cursor_codec {
public:
    static constexpr domain::timestamp life_us = domain::timestamp{24} * 3600 * 1'000'000;

    /// @param key secret, at least 32 bytes
    explicit cursor_codec(std::string key) : key_(std::move(key)) {}

    /// A random key, in hex.
    [[nodiscard]] static std::string random_key();

    /// A token for the page after `position`. @param listing name of the listing and its filters
    [[nodiscard]] std::string make(std::string_view listing, const domain::organization_id& organization,
                                   std::string_view position, domain::timestamp now) const;

    /// The position in a token; empty for an empty token, which is the first page. @return errc::invalid naming the field
    /// "cursor" for a token that is damaged, expired, or of another listing or organization
    [[nodiscard]] domain::result<std::string> read(std::string_view token, std::string_view listing,
                                                   const domain::organization_id& organization, domain::timestamp now) const;

private:
    [[nodiscard]] std::string sign(std::string_view listing, const domain::organization_id& organization,
                                   std::string_view payload) const;

    std::string key_;
};

}  // namespace extsrc::handlers
