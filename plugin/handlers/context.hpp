// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "handlers/cursor.hpp"
#include "identity/channel_policy.hpp"
#include "storage/database.hpp"

#include <functional>
#include <string>

namespace extsrc::handlers {

/// What every handler works with. Shared by all threads; nothing in it changes, and a call has the same
/// one from its beginning to its end.
struct context {
    storage::database& database;
    cursor_codec cursors;
    std::string phone_region;                       ///< of phone numbers without a country code
    std::function<domain::timestamp()> wall_clock;  ///< microseconds since 1970
    identity::channel_policy channels = {};         ///< defaults of integrations nobody configured
};

}  // namespace extsrc::handlers
