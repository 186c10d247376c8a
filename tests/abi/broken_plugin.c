/* SPDX-License-Identifier: BSL-1.0 */
/* The plug-in greetings with one rule broken, chosen by a definition at compile time, to show that tiny_host notices. */
#include <ccp/ccp.h>

/* The entry function of greetings.c, compiled under this name. */
const ccp_descriptor_v1* unbroken_entry(const ccp_host_range* host);

static ccp_descriptor_v1 broken;

#if defined(BROKEN_LEAK) || defined(BROKEN_SLOT)
static int32_t (*unbroken_create)(const ccp_host_v1* host, const ccp_plugin_v1** plugin);

static int32_t broken_create(const ccp_host_v1* host, const ccp_plugin_v1** plugin) {
    const int32_t status = unbroken_create(host, plugin);
#if defined(BROKEN_LEAK)
    (void)host->alloc(host->ctx, 1);
#else
    if (status == CCP_OK) ((ccp_plugin_v1*)*plugin)->health = NULL;
#endif
    return status;
}
#endif

CCP_EXPORT const ccp_descriptor_v1* ccp_plugin_entry(const ccp_host_range* host) {
    const ccp_descriptor_v1* unbroken = unbroken_entry(host);
    if (unbroken == NULL) return NULL;
    broken = *unbroken;
#if defined(BROKEN_MAGIC)
    broken.header.magic = 0;
#elif defined(BROKEN_SIZE)
    broken.header.struct_size = 16;
#elif defined(BROKEN_FLAG)
    broken.flags |= UINT64_C(1) << 40;
#else
    unbroken_create = unbroken->create;
    broken.create = broken_create;
#endif
    return &broken;
}
