// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Where the resources live; what a client follows in `selfUri` and `nextUri`.
namespace extsrc::handlers::paths {

inline constexpr const char* external_sources = "/api/v2/externalcontacts/externalsources";
inline constexpr const char* contacts = "/api/v2/externalcontacts/contacts";
inline constexpr const char* conversations = "/api/v2/conversations";
inline constexpr const char* search_contacts = "/api/v2/externalcontacts/contacts/search";
inline constexpr const char* divisions = "/api/v2/authorization/divisions";
inline constexpr const char* scan_contacts = "/api/v2/externalcontacts/scan/contacts";
inline constexpr const char* scan_all_contacts = "/api/v2/externalcontacts/scan/contacts/divisionviews/all";

}  // namespace extsrc::handlers::paths
