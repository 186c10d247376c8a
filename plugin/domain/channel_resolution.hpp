// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace extsrc::domain {

/// How the interactions of one integration are resolved; what an administrator sets.
struct channel_resolution {
    bool resolves = true;
    division_id division;             ///< contacts are looked up and made here; "*" leaves it to the interaction
    std::optional<source_id> source;  ///< issues the external IDs that arrive without a source
    bool merges_signed_in = false;    ///< automerge.authenticatedWebMessaging
    bool merges_tracked = false;      ///< automerge.webTracking
};

/// What interactions come in on, as the host knows it: a call flow, queue, e-mail route, number, deployment or account.
struct integration {
    std::string channel;  ///< one of `channels`, by configuration_channel
    std::string id;
};

inline constexpr std::string_view web_messaging = "webmessaging";
inline constexpr std::string_view signed_in_web_messaging = "webmessaging-authenticated";

/// The channel an integration is configured under: a web deployment has one configuration, whether its visitors sign in or not.
[[nodiscard]] constexpr std::string_view configuration_channel(std::string_view channel) {
    return channel == signed_in_web_messaging ? web_messaging : channel;
}

}  // namespace extsrc::domain
