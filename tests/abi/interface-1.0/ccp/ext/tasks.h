/* SPDX-License-Identifier: BSL-1.0 */
/**
 * @file tasks.h
 * Extension ccp.tasks/1 of a plugin: periodic work that the host triggers. The manifest lists the tasks and their intervals; a
 * plugin whose manifest lists any must return this table from ccp_plugin_v1::get_extension once it has started.
 */
#ifndef CCP_EXT_TASKS_H
#define CCP_EXT_TASKS_H

#include "../base.h"

#define CCP_EXT_TASKS "ccp.tasks/1"

/** Offered by the plugin; valid until the instance is destroyed. */
typedef struct ccp_ext_tasks_v1 {
    ccp_header header;
    void* ctx; /**< passed back as first argument */

    /** Runs one task until its work is done, until the deadline, or until ccp_plugin_v1::drain is called, whichever comes
     * first; work left over is done by a later run. The host may run several tasks at the same time. Before it stops the
     * instance it waits for runs under way, but for a few seconds only. [request][active]
     *  @param task             a name from the manifest's "tasks"
     *  @param deadline_mono_ns return before this time of ccp_host_v1::now_mono_ns
     *  @param report           receives one JSON object for operators, such as {"removed": 12}
     *  @return CCP_OK, CCP_E_NOT_FOUND for an unknown task, CCP_E_BUSY when the same task is under way in this instance, or
     *  CCP_E_UNAVAILABLE, CCP_E_TIMEOUT, CCP_E_INTERNAL */
    int32_t (*run)(void* ctx, ccp_str task, int64_t deadline_mono_ns, const ccp_sink* report);
} ccp_ext_tasks_v1;

#endif
