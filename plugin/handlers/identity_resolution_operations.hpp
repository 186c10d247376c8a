// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/identity_resolution.hpp"
#include "handlers/operations.hpp"
#include "handlers/paths.hpp"

#include <array>
#include <string_view>

/// The operations on identity resolution; each takes both of its permissions.
namespace extsrc::handlers::identity_resolution {

using both = std::array<std::string_view, 2>;

inline constexpr both view_call_flow{"routing:callRoute:view", "routing:identityResolutionIvr:view"};
inline constexpr both edit_call_flow{"routing:callRoute:edit", "routing:identityResolutionIvr:edit"};
inline constexpr both view_queue{"routing:queue:view", "queue:identityResolution:view"};
inline constexpr both edit_queue{"routing:queue:edit", "queue:identityResolution:edit"};
inline constexpr both view_email_route{"routing:email:manage", "routing:identityResolutionEmail:view"};
inline constexpr both edit_email_route{"routing:email:manage", "routing:identityResolutionEmail:edit"};
inline constexpr both view_sms_number{"sms:phoneNumber:view", "sms:identityResolution:view"};
inline constexpr both edit_sms_number{"sms:phoneNumber:edit", "sms:identityResolution:edit"};
inline constexpr both view_web_deployment{"webDeployments:deployment:view", "webDeployments:identityResolution:view"};
inline constexpr both edit_web_deployment{"webDeployments:deployment:edit", "webDeployments:identityResolution:edit"};
inline constexpr both view_open_messaging{"messaging:integration:view", "messaging:identityResolutionOpen:view"};
inline constexpr both edit_open_messaging{"messaging:integration:edit", "messaging:identityResolutionOpen:edit"};
inline constexpr both view_whatsapp{"messaging:integration:view", "messaging:identityResolutionWhatsApp:view"};
inline constexpr both edit_whatsapp{"messaging:integration:edit", "messaging:identityResolutionWhatsApp:edit"};
inline constexpr both view_facebook{"messaging:integration:view", "messaging:identityResolutionFacebook:view"};
inline constexpr both edit_facebook{"messaging:integration:edit", "messaging:identityResolutionFacebook:edit"};
inline constexpr both view_instagram{"messaging:integration:view", "messaging:identityResolutionInstagram:view"};
inline constexpr both edit_instagram{"messaging:integration:edit", "messaging:identityResolutionInstagram:edit"};
inline constexpr both view_apple{"messaging:integration:view", "messaging:identityResolutionApple:view"};
inline constexpr both edit_apple{"messaging:integration:edit", "messaging:identityResolutionApple:edit"};
inline constexpr both view_twitter{"messaging:integration:view", "messaging:identityResolutionX:view"};
inline constexpr both edit_twitter{"messaging:XIntegration:edit", "messaging:identityResolutionX:edit"};

/// GET of one kind of integration.
template <integration_kind Kind>
[[nodiscard]] constexpr operation get(std::string_view id, std::string_view path, const both& permissions) {
    return {id, "GET", path, permissions, get_identity_resolution<Kind>, permission_rule::all};
}
/// PUT of one kind of integration.
template <integration_kind Kind>
[[nodiscard]] constexpr operation put(std::string_view id, std::string_view path, const both& permissions) {
    return {id, "PUT", path, permissions, put_identity_resolution<Kind>, permission_rule::all};
}

using kind = integration_kind;
/// All of them.
inline constexpr std::array operations{
    get<kind::call_flow>("getArchitectIvrIdentityresolution", paths::call_flow_resolution, view_call_flow),
    put<kind::call_flow>("putArchitectIvrIdentityresolution", paths::call_flow_resolution, edit_call_flow),
    get<kind::queue>("getRoutingQueueIdentityresolution", paths::queue_resolution, view_queue),
    put<kind::queue>("putRoutingQueueIdentityresolution", paths::queue_resolution, edit_queue),
    get<kind::email_route>("getRoutingEmailDomainRouteIdentityresolution", paths::email_resolution, view_email_route),
    put<kind::email_route>("putRoutingEmailDomainRouteIdentityresolution", paths::email_resolution, edit_email_route),
    get<kind::sms_number>("getRoutingSmsIdentityresolutionPhonenumber", paths::sms_resolution, view_sms_number),
    put<kind::sms_number>("putRoutingSmsIdentityresolutionPhonenumber", paths::sms_resolution, edit_sms_number),
    get<kind::web_deployment>("getWebdeploymentsDeploymentIdentityresolution", paths::web_resolution, view_web_deployment),
    put<kind::web_deployment>("putWebdeploymentsDeploymentIdentityresolution", paths::web_resolution, edit_web_deployment),
    get<kind::open_messaging>("getConversationsMessagingIdentityresolutionIntegrationsOpenIntegrationId",
                              paths::open_messaging_resolution, view_open_messaging),
    put<kind::open_messaging>("putConversationsMessagingIdentityresolutionIntegrationsOpenIntegrationId",
                              paths::open_messaging_resolution, edit_open_messaging),
    get<kind::whatsapp>("getConversationsMessagingIdentityresolutionIntegrationsWhatsappIntegrationId",
                        paths::whatsapp_resolution, view_whatsapp),
    put<kind::whatsapp>("putConversationsMessagingIdentityresolutionIntegrationsWhatsappIntegrationId",
                        paths::whatsapp_resolution, edit_whatsapp),
    get<kind::facebook>("getConversationsMessagingIdentityresolutionIntegrationsFacebookIntegrationId",
                        paths::facebook_resolution, view_facebook),
    put<kind::facebook>("putConversationsMessagingIdentityresolutionIntegrationsFacebookIntegrationId",
                        paths::facebook_resolution, edit_facebook),
    get<kind::instagram>("getConversationsMessagingIdentityresolutionIntegrationsInstagramIntegrationId",
                         paths::instagram_resolution, view_instagram),
    put<kind::instagram>("putConversationsMessagingIdentityresolutionIntegrationsInstagramIntegrationId",
                         paths::instagram_resolution, edit_instagram),
    get<kind::apple>("getConversationsMessagingIdentityresolutionIntegrationsAppleIntegrationId", paths::apple_resolution,
                     view_apple),
    put<kind::apple>("putConversationsMessagingIdentityresolutionIntegrationsAppleIntegrationId", paths::apple_resolution,
                     edit_apple),
    get<kind::twitter>("getConversationsMessagingIdentityresolutionIntegrationsTwitterIntegrationId", paths::twitter_resolution,
                       view_twitter),
    put<kind::twitter>("putConversationsMessagingIdentityresolutionIntegrationsTwitterIntegrationId", paths::twitter_resolution,
                       edit_twitter),
};

}  // namespace extsrc::handlers::identity_resolution
