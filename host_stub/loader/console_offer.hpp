// SPDX-License-Identifier: BSL-1.0
/// @file What a plugin brings into the admin console, copied out of its memory.
#pragma once

#include "failure.hpp"
#include "permission_demand.hpp"

#include <ccp/ext/console.h>

#include <string>
#include <string_view>
#include <vector>

namespace ccphost {

/// A file for the browser.
struct console_asset {
    std::string path;
    std::string content_type;
    std::string content_encoding;  ///< empty for none
    std::string bytes;
};

/// An entry of the menu.
struct console_entry {
    std::string group;
    std::string label;
    std::string path;
    std::string module;  ///< path of an asset
    std::string element;
    permission_demand demand;
};

/// Everything of one plugin's. Immutable once read.
struct console_offer {
    std::vector<console_asset> assets;
    std::vector<console_entry> entries;
    std::string version;  ///< 16 hexadecimal digits, which differ when any asset does

    /// The asset with this path, or null.
    [[nodiscard]] const console_asset* find(std::string_view path) const noexcept;
};

/// Copies a table after it was held to the rules of ccp/ext/console.h. A failure names the member that breaks one.
result<console_offer> read_console(const ccp_ext_console_v1& table);

}  // namespace ccphost
