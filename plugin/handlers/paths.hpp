// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where the resources live; what a client follows in `selfUri` and `nextUri`.
namespace extsrc::handlers::paths {

inline constexpr const char* external_sources = "/api/v2/externalcontacts/externalsources";
inline constexpr const char* contacts = "/api/v2/externalcontacts/contacts";
inline constexpr const char* scan_contacts = "/api/v2/externalcontacts/scan/contacts";

}  // namespace extsrc::handlers::paths
