/* SPDX-License-Identifier: BSL-1.0 */
/**
 * @file plugin.h
 * What a plugin is to a host: one exported function, a static descriptor, and a table of life-cycle functions.
 *
 * Life cycle of an instance, all on the control thread
 *
 *     entry -> create -> start -> (requests, interactions, health, configure, predecessor_gone) -> drain -> stop -> destroy
 *
 * - A failed `create` leaves nothing behind. A failed `start` is followed by `stop` and `destroy`. An instance that was created
 *   and not started is destroyed, with or without a `stop` before.
 * - Two instances, of the same or of different builds, may live in one process at the same time, on the same database.
 * - After `destroy` returned no thread, timer or callback of the instance exists, and the host may unload the library.
 */
#ifndef CCP_PLUGIN_H
#define CCP_PLUGIN_H

#include "base.h"
#include "host.h"
#include "identity.h"
#include "request.h"

/** Marks the one symbol a plugin exports. */
#if defined(__GNUC__)
#define CCP_EXPORT __attribute__((visibility("default")))
#else
#define CCP_EXPORT
#endif

/** The interface versions a host can serve. Owned by the host, borrowed for the call of the entry function. */
typedef struct ccp_host_range {
    ccp_header header;
    uint16_t major;
    uint16_t max_minor;
    uint32_t reserved; /**< zero */
} ccp_host_range;

/**
 * Where a plugin registers what it serves. Owned by the host, valid during ccp_plugin_v1::start only. Registrations are staged
 * and become visible together once start succeeded and the host switches to this instance; teardown drops them all.
 */
typedef struct ccp_registry_v1 {
    ccp_header header;
    void* ctx;
    /** Adds a request handler. [main]
     *  @return CCP_OK; CCP_E_ARGUMENT for a malformed template or no permission; CCP_E_CONFLICT when method and path are taken;
     *  CCP_E_DENIED when the manifest does not list the handler with the same permissions. */
    int32_t (*add_handler)(void* ctx, const ccp_handler_v1* handler);
    /** Sets the identity-resolution hook. [main]
     *  @return CCP_OK; CCP_E_CONFLICT when it is set already; CCP_E_DENIED when the manifest does not list it. */
    int32_t (*set_identity_hook)(void* ctx, const ccp_identity_hook_v1* hook);
} ccp_registry_v1;

/**
 * A plugin instance. Owned by the plugin; valid until `destroy` is called. `start`, `health`, `drain`, `stop` and `destroy` are
 * required; the host refuses an instance that lacks one.
 */
typedef struct ccp_plugin_v1 {
    ccp_header header;
    void* self; /**< passed back as first argument */

    /** Opens what the instance needs, brings the schema as far forward as other instances that serve on it allow, registers
     * handlers and hook. [main][!active]
     *  @param deadline_mono_ns give up by then, with CCP_E_TIMEOUT
     *  @return CCP_OK, CCP_E_CONFIG, CCP_E_UNAVAILABLE, CCP_E_TIMEOUT or another failure */
    int32_t (*start)(void* self, const ccp_registry_v1* registry, int64_t deadline_mono_ns);

    /** Whether the instance can serve right now, proven by a real query. [any][active]
     *  @param detail receives a JSON object for operators
     *  @return CCP_OK, or CCP_E_UNAVAILABLE with the reason in `detail` */
    int32_t (*health)(void* self, int64_t deadline_mono_ns, const ccp_sink* detail);

    /** No new request, interaction or task is taken in for this instance. Those taken in before may still begin, are served as
     *  ever, and have ended when `stop` is called; tasks end early, at the next point where their work may stop. Stops timers
     * and subscriptions, does not wait. [main] */
    int32_t (*drain)(void* self);

    /** Ends what is left, joins every thread, closes every connection. Nothing is in flight when it is called. [main][!active]
     *  @return CCP_OK, or CCP_E_TIMEOUT when a thread would not end; the host then never unloads the library */
    int32_t (*stop)(void* self, int64_t deadline_mono_ns);

    /** Frees the instance. [main][!active] */
    void (*destroy)(void* self);

    /** A plugin-side extension table by its id, such as CCP_EXT_TASKS, or null. The slot itself may be null. [any]   @param id
     * NUL-terminated */
    const void* (*get_extension)(void* self, const char* id);

    /** Takes over the configuration snapshot now offered by CCP_EXT_CONFIG, wholly or, on failure, not at all. The slot may be
     *  null: then a changed configuration needs a reload. [main][active]
     *  @return CCP_OK; CCP_E_UNSUPPORTED when it is usable, but by a new instance only, which the host then gives it; or
     *  CCP_E_CONFIG and the old configuration stays in force */
    int32_t (*configure)(void* self);

    /** The instance that this one replaced in this process has ended: what was kept for its sake, such as the old form of a
     *  schema, may go. Called once after a replacement, never without one; not waited for by anybody but the host's operator.
     * The slot may be null. Since minor 1. [main][active]
     *  @param deadline_mono_ns return by then; what is left over is the plugin's to do at another time
     *  @return CCP_OK, or a failure, which the host reports and does nothing about */
    int32_t (*predecessor_gone)(void* self, int64_t deadline_mono_ns);
} ccp_plugin_v1;

/** @name Descriptor flags @{ */
#define CCP_F_UNLOAD_SAFE UINT64_C(1) /**< the library may be unloaded after destroy */
/** @} */

/**
 * Who the plugin is. Static and constant: filled at compile time, valid as long as the library is loaded. Texts are
 * NUL-terminated, lists end with a null pointer.
 */
typedef struct ccp_descriptor_v1 {
    ccp_header header;
    uint16_t min_host_minor; /**< refuses hosts whose minor is smaller */
    uint16_t reserved0;      /**< zero */
    uint32_t reserved1;      /**< zero */
    uint64_t flags;          /**< CCP_F_*; unknown bits are refused */
    const char* id;          /**< reverse DNS; equals the manifest's */
    const char* name;
    const char* vendor;
    const char* version;  /**< semantic version; equals the manifest's */
    const char* build_id; /**< free text for operators: compiler, revision */
    const char* description;
    const char* const* required_extensions; /**< ids the host must offer, such as CCP_EXT_CONFIG */
    const char* const* optional_extensions;
    uint32_t schema_version_min; /**< oldest database schema this build can serve */
    uint32_t schema_version_max; /**< schema it brings a database to once no older build serves on it */

    /** Makes an instance without doing work: no file, connection or thread yet. [main]
     *  @param host   borrowed until the instance's destroy returns
     *  @param plugin receives the instance, owned by the plugin
     *  @return CCP_OK, CCP_E_ABI, CCP_E_NO_MEMORY or another failure, after which *plugin is null */
    int32_t (*create)(const ccp_host_v1* host, const ccp_plugin_v1** plugin);
} ccp_descriptor_v1;

/** Type of the exported function. Does no work and may be called any number of times. [main]
 *  @param host the versions the host can serve
 *  @return the descriptor, static; or null when the plugin cannot serve any of them */
typedef const ccp_descriptor_v1* (*ccp_plugin_entry_fn)(const ccp_host_range* host);

/** Name of the exported function, for the host's symbol look-up. */
#define CCP_PLUGIN_ENTRY "ccp_plugin_entry"

#ifdef __cplusplus
extern "C"
#endif
    /** The one function a plugin exports; see ccp_plugin_entry_fn. Hosts look it up by name and never link to it. */
    CCP_EXPORT const ccp_descriptor_v1*
    ccp_plugin_entry(const ccp_host_range* host);

#endif
