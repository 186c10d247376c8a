/* SPDX-License-Identifier: BSL-1.0 */
/**
 * @file identity.h
 * The identity-resolution hook: the host hands over each interaction when it arrives and learns which contact it belongs to.
 */
#ifndef CCP_IDENTITY_H
#define CCP_IDENTITY_H

#include "base.h"

/** One identifier an interaction arrives with. *Frozen.* 48 bytes. */
typedef struct ccp_identifier {
    ccp_str type;               /**< as in the API's ContactIdentifier: "ExternalId", "Phone", "Email", "Cookie", ... */
    ccp_str external_source_id; /**< UUID of the issuing source for ExternalId, null: the one configured for the integration the
                                     interaction came in on; null for every other type */
    ccp_str value;              /**< as the channel gave it; the plugin normalises */
} ccp_identifier;

/** An interaction arriving on a channel. Owned by the host, borrowed for the call. */
typedef struct ccp_interaction_v1 {
    ccp_header header;
    ccp_str interaction_id;  /**< the host's own, unique in the organization; at most 255 bytes */
    ccp_str organization_id; /**< UUID */
    ccp_str division_id;     /**< UUID, or "*" for unassigned; null means "*" */
    ccp_str channel; /**< voice email sms webmessaging webmessaging-authenticated openmessaging whatsapp facebook instagram x
                          line apple callback */
    ccp_str integration_id;   /**< the line, mailbox, number or deployment it came in on; null for none */
    int64_t occurred_at_us;   /**< microseconds since 1970-01-01T00:00:00Z */
    int64_t deadline_mono_ns; /**< answer before this time of ccp_host_v1::now_mono_ns; 0 for none */
    const ccp_identifier* identifiers;
    size_t identifier_count; /**< may be 0 */
} ccp_interaction_v1;

/** @name Outcomes @{ */
#define CCP_OUTCOME_MATCHED 1u    /**< linked to a contact that was there */
#define CCP_OUTCOME_CREATED 2u    /**< linked to a new contact, Ephemeral or Identified */
#define CCP_OUTCOME_MERGED 3u     /**< contacts were merged, linked to the result */
#define CCP_OUTCOME_UNRESOLVED 4u /**< nothing to go by, left to the agent, or not decided in time; no link */
#define CCP_OUTCOME_DISABLED 5u   /**< resolution is switched off for the integration or channel; no link */
#define CCP_OUTCOME_REJECTED 6u   /**< the interaction is not valid; nothing was stored */
/** @} */

/** @name Contact types @{ */
#define CCP_CONTACT_NONE 0u
#define CCP_CONTACT_EPHEMERAL 1u
#define CCP_CONTACT_IDENTIFIED 2u
#define CCP_CONTACT_CURATED 3u
/** @} */

/** Room for a UUID in text with its terminating NUL, rounded up to keep what follows aligned. */
#define CCP_ID_CAPACITY 40

/**
 * The answer. Owned by the caller, who sets the header and the three buffers (each may be {null, 0, 0}); the hook fills the
 * rest. A buffer of 1,024 bytes holds any profile URL of 400 characters with an ID of ordinary length.
 */
typedef struct ccp_resolution_v1 {
    ccp_header header;
    uint32_t outcome;                 /**< CCP_OUTCOME_* */
    uint32_t contact_type;            /**< CCP_CONTACT_*; NONE when there is no contact */
    char contact_id[CCP_ID_CAPACITY]; /**< NUL-terminated; empty when there is no contact */
    int32_t matched_identifier;       /**< index into the interaction's identifiers, -1 when none matched */
    uint32_t reserved;                /**< zero */
    ccp_buffer matched_value;         /**< normal form of the identifier that matched */
    ccp_buffer profile_url;           /**< the contact's page in the external source that matched, empty when there is none */
    ccp_buffer reason;                /**< one sentence for people, always given */
} ccp_resolution_v1;

/** The hook as the plugin registers it during start; one per plugin. Borrowed for the call; the host copies it. */
typedef struct ccp_identity_hook_v1 {
    ccp_header header;
    void* ctx;
    /** Resolves one interaction and records its link and decision before it returns. Resolving the same interaction id again
     *  returns the link already recorded and changes nothing. [request][active]
     *  @return CCP_OK with `resolution` filled (also for REJECTED), or a failure (nothing acknowledged, safe to repeat):
     *  CCP_E_BUSY, CCP_E_UNAVAILABLE, CCP_E_TIMEOUT, CCP_E_INTERNAL. Since 1.2 a plugin that cannot reach its database may
     *  fill `resolution` in with CCP_E_UNAVAILABLE all the same: what it remembers, for a host that has to go on now. The host
     *  sets `outcome` to 0 before the call, which stays where there is no such answer. */
    int32_t (*resolve)(void* ctx, const ccp_interaction_v1* interaction, ccp_resolution_v1* resolution);
} ccp_identity_hook_v1;

#endif
