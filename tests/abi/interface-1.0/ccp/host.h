/* SPDX-License-Identifier: BSL-1.0 */
/**
 * @file host.h
 * What the host offers every plugin: a small core table, and extensions asked for by name.
 */
#ifndef CCP_HOST_H
#define CCP_HOST_H

#include "base.h"

/** @name Log levels @{ */
#define CCP_LOG_TRACE 0u
#define CCP_LOG_DEBUG 1u
#define CCP_LOG_INFO 2u
#define CCP_LOG_WARNING 3u
#define CCP_LOG_ERROR 4u
/** @} */

/**
 * The host's core services. Owned by the host; valid from ccp_descriptor_v1::create until ccp_plugin_v1::destroy returns. Every
 * slot is set. All functions take `ctx` as their first argument, may be called from inside any callback into the plugin, never
 * call back into it, and never block longer than a short lock.
 */
typedef struct ccp_host_v1 {
    ccp_header header;
    void* ctx; /**< pass as first argument; names the plugin instance, so do not share it between instances */

    /** Writes a log record. The host adds time, plugin and thread; it never prints the values of pairs it holds for secret.
     *  Unknown levels count as CCP_LOG_INFO. [any]
     *  @param component a short word, such as "storage"   @param fields may be null when `field_count` is 0 */
    void (*log)(void* ctx, uint32_t level, ccp_str component, ccp_str message, const ccp_pair* fields, size_t field_count);

    /** An extension table by its id, such as CCP_EXT_CONFIG, or null when the host has none. Same life time as this table.
     *  [any]   @param id NUL-terminated */
    const void* (*get_extension)(void* ctx, const char* id);

    /** Memory that may change sides: what `alloc` gave, `free` takes, whoever calls it. Null when there is none. [any] */
    void* (*alloc)(void* ctx, size_t bytes);
    void (*free)(void* ctx, void* block);

    /** Explains the failure the calling function is about to return; copied at once. The last text before the return counts.
     *  [any], on the thread that will return the failure */
    void (*set_error)(void* ctx, int32_t status, ccp_str message);

    /** Monotonic time in nanoseconds; deadlines in this interface are given on this clock. [any] */
    int64_t (*now_mono_ns)(void* ctx);

    /** Wall clock in nanoseconds since 1970-01-01T00:00:00Z. Take time from here, so that tests can hold it. [any] */
    int64_t (*now_wall_ns)(void* ctx);

    /** Ends a request whose handler returned CCP_PENDING; the response written so far is sent, or, when `status` is negative,
     *  the failure reported in its place. Exactly once for each such request, also after `cancelled`. The request and response
     *  structs are gone when it returns. [any], not from inside the handler itself
     *  @return CCP_OK, or CCP_E_STALE when the token names no open request; then nothing happened. */
    int32_t (*complete)(void* ctx, uint64_t token, int32_t status);

    /** 1 when nobody waits for this request any more (client gone, deadline passed, draining), else 0. [any] */
    int32_t (*cancelled)(void* ctx, uint64_t token);
} ccp_host_v1;

#endif
