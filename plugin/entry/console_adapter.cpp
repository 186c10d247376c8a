// SPDX-License-Identifier: BSL-1.0
#include "entry/console_adapter.hpp"

#include "console/bundle.hpp"

#include <array>
#include <string_view>

namespace extsrc::entry {
namespace {

constexpr ccp_str text(std::string_view of) noexcept {
    return {of.data(), of.size()};
}

constexpr std::string_view group = "Directory";
constexpr std::string_view module_path = "console.js";

constexpr std::array source_permissions{text("externalContacts:externalSource:view")};
constexpr std::array contact_permissions{text("externalContacts:contact:view"), text("relate:contact:view")};
// One for each kind of integration; the page offers those kinds that may be viewed.
constexpr std::array resolution_permissions{
    text("routing:identityResolutionIvr:view"),         text("queue:identityResolution:view"),
    text("routing:identityResolutionEmail:view"),       text("sms:identityResolution:view"),
    text("webDeployments:identityResolution:view"),     text("messaging:identityResolutionOpen:view"),
    text("messaging:identityResolutionWhatsApp:view"),  text("messaging:identityResolutionFacebook:view"),
    text("messaging:identityResolutionInstagram:view"), text("messaging:identityResolutionApple:view"),
    text("messaging:identityResolutionX:view")};

template <std::size_t Count>
constexpr ccp_console_entry entry(std::string_view label, std::string_view path, std::string_view element,
                                  const std::array<ccp_str, Count>& permissions) noexcept {
    return {text(group), text(label), text(path), text(module_path), text(element), permissions.data(), Count};
}

constexpr std::array entries{
    entry("External Sources", "directory/external-sources", "extsrc-external-sources", source_permissions),
    entry("Identity Resolution", "directory/identity-resolution", "extsrc-identity-resolution", resolution_permissions),
    entry("Contacts", "directory/contacts", "extsrc-contacts", contact_permissions)};

}  // namespace

const ccp_ext_console_v1& console_table() noexcept {
    static const std::array assets{ccp_console_asset{text(module_path), text("text/javascript; charset=utf-8"), text("gzip"),
                                                     text(console::bundle().front().bytes)}};
    static const ccp_ext_console_v1 table{CCP_HEADER_INIT(ccp_ext_console_v1), assets.data(), assets.size(), entries.data(),
                                          entries.size()};
    return table;
}

}  // namespace extsrc::entry
