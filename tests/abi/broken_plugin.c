/* SPDX-License-Identifier: BSL-1.0 */
/* The tiny plug-in with one rule broken, chosen by a definition at compile time, to show that tiny_host notices. */
#define ccp_plugin_entry unbroken_entry
#include "tiny_plugin.c"
#undef ccp_plugin_entry

#if defined(BROKEN_LEAK) || defined(BROKEN_SLOT)
static int32_t broken_create(const ccp_host_v1* host, const ccp_plugin_v1** plugin) {
    const int32_t status = create(host, plugin);
#if defined(BROKEN_LEAK)
    (void)host->alloc(host->ctx, 1);
#else
    if (status == CCP_OK) ((tiny*)(*plugin)->self)->plugin.health = NULL;
#endif
    return status;
}
#endif

CCP_EXPORT const ccp_descriptor_v1* ccp_plugin_entry(const ccp_host_range* host) {
    static ccp_descriptor_v1 broken;
    if (unbroken_entry(host) == NULL) return NULL;
    broken = descriptor;
#if defined(BROKEN_MAGIC)
    broken.header.magic = 0;
#elif defined(BROKEN_SIZE)
    broken.header.struct_size = 16;
#elif defined(BROKEN_FLAG)
    broken.flags |= UINT64_C(1) << 40;
#else
    broken.create = broken_create;
#endif
    return &broken;
}
