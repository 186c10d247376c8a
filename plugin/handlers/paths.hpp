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

#define EXTSRC_MESSAGING "/api/v2/conversations/messaging/identityresolution/integrations"
inline constexpr const char* call_flow_resolution = "/api/v2/architect/ivrs/{ivrId}/identityresolution";
inline constexpr const char* queue_resolution = "/api/v2/routing/queues/{queueId}/identityresolution";
inline constexpr const char* email_resolution =
    "/api/v2/routing/email/domains/{domainName}/routes/{routeId}/identityresolution";
inline constexpr const char* sms_resolution = "/api/v2/routing/sms/identityresolution/phonenumbers/{addressId}";
inline constexpr const char* web_resolution = "/api/v2/webdeployments/deployments/{deploymentId}/identityresolution";
inline constexpr const char* open_messaging_resolution = EXTSRC_MESSAGING "/open/{integrationId}";
inline constexpr const char* whatsapp_resolution = EXTSRC_MESSAGING "/whatsapp/{integrationId}";
inline constexpr const char* facebook_resolution = EXTSRC_MESSAGING "/facebook/{integrationId}";
inline constexpr const char* instagram_resolution = EXTSRC_MESSAGING "/instagram/{integrationId}";
inline constexpr const char* apple_resolution = EXTSRC_MESSAGING "/apple/{integrationId}";
inline constexpr const char* twitter_resolution = EXTSRC_MESSAGING "/twitter/{integrationId}";
#undef EXTSRC_MESSAGING

}  // namespace extsrc::handlers::paths
