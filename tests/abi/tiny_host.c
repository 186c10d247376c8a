/* SPDX-License-Identifier: BSL-1.0 */
/*
 * A complete small host in plain C, written against the public headers alone. It loads a plug-in library, walks it through
 * its whole life, prints each step, and fails when a rule of the interface is broken.
 *
 *     tiny_host LIBRARY              the whole life cycle
 *     tiny_host --describe LIBRARY   only as far as the descriptor
 */
#include "tiny_services.h"

#include <dirent.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Members beyond it are read only where CCP_HAS says they are there: this host also takes plug-ins built for minor 0. */
#define PLUGIN_SIZE_OF_MINOR_0 (offsetof(ccp_plugin_v1, configure) + sizeof(((const ccp_plugin_v1*)NULL)->configure))

static const int64_t ten_seconds_ns = INT64_C(10000000000);
static const char organization[] = "3f0a1c5e-0000-4000-8000-000000000001";

static void check_status(int32_t status, const char* call, const tiny_services* services) {
    printf("%s -> %d\n", call, (int)status);
    if (status != CCP_OK) broken_rule(call, services->last_error[0] ? services->last_error : "failed");
}

static const ccp_descriptor_v1* negotiate(void* library) {
    void* symbol = dlsym(library, CCP_PLUGIN_ENTRY);
    if (symbol == NULL) broken_rule("no entry function", CCP_PLUGIN_ENTRY);
    ccp_plugin_entry_fn entry = NULL; /* ISO C has no conversion from data to function pointers; POSIX has the copy */
    memcpy(&entry, &symbol, sizeof entry);

    ccp_host_range range = {.header = CCP_HEADER_INIT(ccp_host_range), .major = CCP_ABI_MAJOR + 1, .max_minor = 0};
    if (entry(&range) != NULL) broken_rule("serves a major version it does not know", CCP_PLUGIN_ENTRY);
    range.major = CCP_ABI_MAJOR;
    range.max_minor = CCP_ABI_MINOR;
    const ccp_descriptor_v1* descriptor = entry(&range);
    if (descriptor == NULL) broken_rule("refuses this host's version", CCP_PLUGIN_ENTRY);
    if (descriptor != entry(&range)) broken_rule("descriptor is not constant", CCP_PLUGIN_ENTRY);

    check_header(&descriptor->header, sizeof *descriptor, "ccp_descriptor_v1");
    if ((descriptor->flags & ~CCP_F_UNLOAD_SAFE) != 0) broken_rule("unknown flag", "ccp_descriptor_v1.flags");
    if (descriptor->reserved0 != 0 || descriptor->reserved1 != 0) broken_rule("reserved is not zero", "ccp_descriptor_v1");
    if (descriptor->min_host_minor > CCP_ABI_MINOR) broken_rule("needs a newer host", "ccp_descriptor_v1.min_host_minor");
    if (!descriptor->id || !descriptor->name || !descriptor->vendor || !descriptor->version || !descriptor->build_id ||
        !descriptor->description || !descriptor->required_extensions || !descriptor->optional_extensions || !descriptor->create)
        broken_rule("member is missing", "ccp_descriptor_v1");
    printf("%s %s (%s), interface %u.%u, schema %u..%u\n", descriptor->id, descriptor->version, descriptor->build_id,
           (unsigned)descriptor->header.abi_major, (unsigned)descriptor->header.abi_minor,
           (unsigned)descriptor->schema_version_min, (unsigned)descriptor->schema_version_max);
    return descriptor;
}

static const ccp_plugin_v1* create(const ccp_descriptor_v1* descriptor, tiny_services* services) {
    for (const char* const* id = descriptor->required_extensions; *id != NULL; ++id)
        if (services->table.get_extension(services->table.ctx, *id) == NULL) broken_rule("needs an extension not offered", *id);
    const ccp_plugin_v1* plugin = NULL;
    check_status(descriptor->create(&services->table, &plugin), "create", services);
    if (plugin == NULL) broken_rule("create succeeded without an instance", descriptor->id);
    check_header(&plugin->header, PLUGIN_SIZE_OF_MINOR_0, "ccp_plugin_v1");
    if (!plugin->start || !plugin->health || !plugin->drain || !plugin->stop || !plugin->destroy)
        broken_rule("a required slot is null", "ccp_plugin_v1");
    return plugin;
}

static void call_handlers(const tiny_registry* registry) {
    const ccp_pair parameter = {TEXT("name"), TEXT("Ada")};
    for (size_t i = 0; i < registry->handler_count; ++i) {
        const ccp_request_v1 request = {.header = CCP_HEADER_INIT(ccp_request_v1),
                                        .token = i + 1,
                                        .deadline_mono_ns = mono_now_ns() + ten_seconds_ns,
                                        .organization_id = TEXT(organization),
                                        .principal_id = TEXT("tiny-host"),
                                        .correlation_id = TEXT("tiny-1"),
                                        .method = {registry->handlers[i].method, strlen(registry->handlers[i].method)},
                                        .path = TEXT("/api/v2/example/greetings/Ada"),
                                        .path_parameters = &parameter,
                                        .path_parameter_count = 1,
                                        .body = TEXT("")};
        tiny_response response;
        response_init(&response);
        const int32_t status = registry->handlers[i].handle(registry->handlers[i].ctx, &request, &response.table);
        printf("%s %s (%s) -> %d, HTTP %u, %.*s\n", registry->handlers[i].method, registry->handlers[i].path,
               registry->handlers[i].permission, (int)status, (unsigned)response.http_status, (int)response.body.length,
               response.body.bytes);
        if (status != CCP_OK) broken_rule("a handler failed on an ordinary request", registry->handlers[i].path);
    }
}

static void call_hook(const ccp_identity_hook_v1* hook) {
    const ccp_identifier phone = {TEXT("Phone"), {NULL, 0}, TEXT("+1 317 555 0142")};
    const ccp_interaction_v1 interaction = {.header = CCP_HEADER_INIT(ccp_interaction_v1),
                                            .interaction_id = TEXT("tiny-interaction-1"),
                                            .organization_id = TEXT(organization),
                                            .division_id = TEXT("*"),
                                            .channel = TEXT("voice"),
                                            .deadline_mono_ns = mono_now_ns() + ten_seconds_ns,
                                            .identifiers = &phone,
                                            .identifier_count = 1};
    char reason[256];
    ccp_resolution_v1 resolution = {.header = CCP_HEADER_INIT(ccp_resolution_v1), .reason = {reason, sizeof reason, 0}};
    const int32_t status = hook->resolve(hook->ctx, &interaction, &resolution);
    if (status != CCP_OK) broken_rule("the hook failed on an ordinary interaction", "resolve");
    if (resolution.outcome < CCP_OUTCOME_MATCHED || resolution.outcome > CCP_OUTCOME_REJECTED)
        broken_rule("unknown outcome", "ccp_resolution_v1");
    if (resolution.reason.length == 0) broken_rule("no reason given", "ccp_resolution_v1");
    const size_t shown = resolution.reason.length < sizeof reason ? resolution.reason.length : sizeof reason;
    printf("resolve -> %d, outcome %u: %.*s\n", (int)status, (unsigned)resolution.outcome, (int)shown, reason);
}

/* An instance with what it was given: services, and a registry of its own. */
typedef struct tiny_instance {
    tiny_services services;
    tiny_registry registry;
    const ccp_plugin_v1* plugin;
} tiny_instance;

static void begin(const ccp_descriptor_v1* descriptor, tiny_instance* instance) {
    services_init(&instance->services);
    registry_init(&instance->registry);
    const ccp_plugin_v1* plugin = instance->plugin = create(descriptor, &instance->services);
    instance->registry.open = 1;
    check_status(plugin->start(plugin->self, &instance->registry.table, mono_now_ns() + ten_seconds_ns), "start",
                 &instance->services);
    instance->registry.open = 0;
}

static void serve(const tiny_instance* instance) {
    const ccp_plugin_v1* plugin = instance->plugin;
    call_handlers(&instance->registry);
    if (instance->registry.hook.resolve != NULL) call_hook(&instance->registry.hook);

    tiny_text detail;
    const ccp_sink sink = sink_into(&detail);
    check_status(plugin->health(plugin->self, mono_now_ns() + ten_seconds_ns, &sink), "health", &instance->services);
    printf("  %.*s\n", (int)detail.length, detail.bytes);
}

static void end(const tiny_instance* instance) {
    const ccp_plugin_v1* plugin = instance->plugin;
    check_status(plugin->drain(plugin->self), "drain", &instance->services);
    check_status(plugin->stop(plugin->self, mono_now_ns() + ten_seconds_ns), "stop", &instance->services);
    plugin->destroy(plugin->self);
    if (instance->services.live_blocks != 0) broken_rule("memory of the host's is not given back", "destroy");
    puts("destroy");
}

static void tell_predecessor_gone(const tiny_instance* instance) {
#if CCP_ABI_MINOR >= 1
    const ccp_plugin_v1* plugin = instance->plugin;
    if (!CCP_HAS(ccp_plugin_v1, plugin, predecessor_gone) || plugin->predecessor_gone == NULL) return;
    check_status(plugin->predecessor_gone(plugin->self, mono_now_ns() + ten_seconds_ns), "predecessor_gone",
                 &instance->services);
#else
    (void)instance;
#endif
}

/* Two instances, the second in place of the first, as in a reload. */
static void live(const ccp_descriptor_v1* descriptor) {
    tiny_instance first;
    tiny_instance second;
    begin(descriptor, &first);
    serve(&first);
    begin(descriptor, &second);
    end(&first);
    tell_predecessor_gone(&second);
    serve(&second);
    end(&second);
}

static int thread_count(void) {
    DIR* tasks = opendir("/proc/self/task");
    if (tasks == NULL) broken_rule("cannot count threads", "/proc/self/task");
    int count = 0;
    for (const struct dirent* entry = readdir(tasks); entry != NULL; entry = readdir(tasks)) count += entry->d_name[0] != '.';
    closedir(tasks);
    return count;
}

static int is_mapped(const char* path) {
    FILE* maps = fopen("/proc/self/maps", "r");
    if (maps == NULL) broken_rule("cannot read the memory map", "/proc/self/maps");
    char line[4096];
    int found = 0;
    while (fgets(line, sizeof line, maps) != NULL) found |= strstr(line, path) != NULL;
    fclose(maps);
    return found;
}

int main(int argc, char** argv) {
    const int describe = argc == 3 && strcmp(argv[1], "--describe") == 0;
    if (argc != 2 && !describe) {
        fprintf(stderr, "usage: tiny_host [--describe] LIBRARY\n");
        return 2;
    }
    char* path = realpath(argv[argc - 1], NULL);
    if (path == NULL) broken_rule("no such file", argv[argc - 1]);
    const int threads = thread_count();
    void* library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) broken_rule("cannot be loaded", dlerror());
    if (!is_mapped(path)) broken_rule("the memory map does not show the loaded library", path);

    const ccp_descriptor_v1* descriptor = negotiate(library);
    if (!describe) live(descriptor);

    if (thread_count() != threads) broken_rule("a thread outlives the instance", path);
    if (dlclose(library) != 0) broken_rule("cannot be unloaded", dlerror());
    if (is_mapped(path)) broken_rule("still mapped after dlclose", path);
    puts("unloaded");
    free(path);
    return 0;
}
