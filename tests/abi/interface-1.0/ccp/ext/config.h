/* SPDX-License-Identifier: BSL-1.0 */
/**
 * @file config.h
 * Extension ccp.config/1 of the host: the plugin's configuration, already validated against its manifest's JSON Schema.
 */
#ifndef CCP_EXT_CONFIG_H
#define CCP_EXT_CONFIG_H

#include "../base.h"

#define CCP_EXT_CONFIG "ccp.config/1"

/** Offered by the host; same life time as ccp_host_v1. All slots are set. */
typedef struct ccp_ext_config_v1 {
    ccp_header header;
    void* ctx;
    /** Number of the snapshot now offered; grows with each accepted change. [any] */
    uint64_t (*snapshot)(void* ctx);
    /** Writes the value at a JSON Pointer (RFC 6901) as JSON text; the empty pointer is the whole configuration. [any]
     *  @return CCP_OK, CCP_E_NOT_FOUND when nothing is there, or CCP_E_ARGUMENT for a malformed pointer */
    int32_t (*get)(void* ctx, ccp_str json_pointer, const ccp_sink* sink);
} ccp_ext_config_v1;

#endif
