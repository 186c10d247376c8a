/* SPDX-License-Identifier: BSL-1.0 */
/**
 * @file events.h
 * Extension ccp.events/1 of the host: publication of changes to whoever subscribed to a topic at the host.
 */
#ifndef CCP_EXT_EVENTS_H
#define CCP_EXT_EVENTS_H

#include "../base.h"

#define CCP_EXT_EVENTS "ccp.events/1"

/** Offered by the host; same life time as ccp_host_v1. All slots are set. */
typedef struct ccp_ext_events_v1 {
    ccp_header header;
    void* ctx;
    /** Queues an event and returns; delivery is the host's, at most once, in the order published per topic. Publish after the
     *  change is committed. [any]
     *  @param topic such as "v2.externalcontacts.contacts.3f0a1c5e-0000-4000-8000-000000000001": segments joined by dots, of
     *  printable ASCII without spaces, braces and asterisks. Only topics that the manifest declares can be subscribed to
     *  @param payload_json one JSON value
     *  @return CCP_OK; CCP_E_ARGUMENT for a malformed topic; or CCP_E_BUSY when the queue is full and the event was dropped
     * (the host counts these) */
    int32_t (*publish)(void* ctx, ccp_str organization_id, ccp_str topic, ccp_str payload_json);
} ccp_ext_events_v1;

#endif
