// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "identity/channel_policy.hpp"

#include <cstddef>
#include <functional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

namespace extsrc::entry {

/// The configuration cannot be used.
class bad_settings : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The configuration can be used, but only by an instance that starts with it.
class needs_reload : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The plugin's configuration; manifest.json describes each member.
struct settings {
    std::string database;
    std::size_t database_sessions = 8;
    std::string phone_region = "US";
    std::set<std::string, std::less<>> disabled_channels;  ///< of integrations nobody configured
    identity::several_matches several_matches = identity::several_matches::priority;

    /// The host checked the text against the manifest's schema; what a schema cannot say is checked here. @throws bad_settings
    [[nodiscard]] static settings parse(std::string_view json);
};

}  // namespace extsrc::entry
