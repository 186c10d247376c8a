// SPDX-License-Identifier: BSL-1.0
/// @file The files of the admin console: the shell's own, and those that plugins bring.
#pragma once

#include "answer.hpp"
#include "loader/plugin_set.hpp"
#include "request_message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccphost {

/// The shell as browsers get it. Immutable.
class shell_assets {
public:
    shell_assets();

    /// The page that every path of the console shows, with its scripts' and styles' addresses filled in.
    [[nodiscard]] const std::string& page() const noexcept { return page_; }
    /// 16 hexadecimal digits, which differ when any file does.
    [[nodiscard]] const std::string& version() const noexcept { return version_; }
    /// The file of that version, or nothing. It stays what it is for ever.
    [[nodiscard]] std::optional<answer> find(std::string_view version, std::string_view name) const;

private:
    std::string version_;
    std::string page_;
};

/// The address of an asset, or of the folder of all assets when `path` is empty.
std::string asset_url(std::string_view owner, std::string_view version, std::string_view path);

/// A plugin's asset as /admin-assets/PLUGIN/VERSION/PATH names it, or nothing when the plugin that serves has no such asset of
/// that version. 406 for a client that does not take its encoding.
/// @param segments of the URL's path, percent-decoded
std::optional<answer> find_plugin_asset(const plugin_set& plugins, const std::vector<std::string>& segments,
                                        const request_message& request, const std::string& correlation_id);

}  // namespace ccphost
