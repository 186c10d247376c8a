// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/phone_number.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace extsrc::domain {

/// Networks a contact may have one account on.
enum class social_network : std::uint8_t { twitter, line, facebook, whatsapp, instagram };

/// The fields of ExternalContact that hold the accounts, as in social_network.
inline constexpr std::array<std::string_view, 5> social_fields{"twitterId", "lineId", "facebookId", "whatsAppId",
                                                               "instagramId"};

inline constexpr std::size_t max_social_id = 255;         ///< code points of a user id or handle
inline constexpr std::size_t max_instagram_handle = 100;  ///< code points
inline constexpr std::size_t max_apple_opaque_ids = 10;   ///< of one contact

/// An account on a network. Empty texts are absent; which members a network has is the contract's.
struct social_account {
    std::string user_id;           ///< twitterId.id, lineId.ids[].userId, facebookId.ids[].scopedId, instagramId.ids[].scopedId
    std::string name;              ///< twitterId.name, displayName of the others
    std::string handle;            ///< twitterId.screenName, instagramId.handle; without the @
    std::string url;               ///< twitterId.profileUrl
    std::optional<bool> verified;  ///< twitterId.verified
    std::optional<phone_number> number;  ///< whatsAppId.phoneNumber

    bool operator==(const social_account&) const = default;
};

}  // namespace extsrc::domain
