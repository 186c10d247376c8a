/* SPDX-License-Identifier: BSL-1.0 */
/* The plug-in greetings with one rule broken, FAULT, chosen at compile time. */
#include <ccp/ccp.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#define TEXT(literal) ((ccp_str){(literal), sizeof(literal) - 1})

enum {
    NONE,
    ANY_MAJOR,
    NEW_DESCRIPTOR,
    FILE_IN_ENTRY,
    NO_VENDOR,
    FILE_IN_CREATE,
    ONE_INSTANCE,
    UNLISTED_HANDLER,
    NO_HEALTH,
    HEALTH_IS_TEXT,
    EVERY_EXTENSION,
    HALF_TRANSFER,
    BAD_CONSOLE,
    NO_DRAIN,
    NO_STOP,
    THREAD_LEFT,
    FILE_LEFT,
    FOREIGN_BLOCK,
    CRASH,
    THROW_ENTRY,
    THROW_CREATE,
    THROW_EXTENSION,
    THROW_DRAIN,
    THROW_DESTROY
};

#ifdef THROWS
void fixture_throw(void); /* in C++ */
#else
static void fixture_throw(void) {}
#endif

/* The entry function of greetings.c, compiled under this name. */
const ccp_descriptor_v1* unbroken_entry(const ccp_host_range* host);

static ccp_descriptor_v1 descriptors[2];
static const ccp_plugin_v1* sound; /* the functions of an instance of greetings; all instances have the same */
static const ccp_host_v1* used;

static void leave_a_file_open(void) {
    (void)open("/dev/null", O_RDONLY);
}

static void* never_end(void* ctx) {
    for (;;) (void)pause();
    return ctx;
}

static int32_t handle(void* ctx, const ccp_request_v1* request, const ccp_response_v1* response) {
    (void)ctx;
    (void)request;
    return response->set_status(response->ctx, 204);
}

static void register_unlisted(const ccp_registry_v1* registry) {
    const ccp_str permission = TEXT("example:greeting:view");
    const ccp_handler_v1 handler = {.header = CCP_HEADER_INIT(ccp_handler_v1),
                                    .operation_id = TEXT("getHidden"),
                                    .method = TEXT("GET"),
                                    .path = TEXT("/api/v2/example/hidden"),
                                    .permission_rule = CCP_PERMISSION_ALL,
                                    .permissions = &permission,
                                    .permission_count = 1,
                                    .handle = handle};
    (void)registry->add_handler(registry->ctx, &handler);
}

static int32_t start(void* self, const ccp_registry_v1* registry, int64_t deadline) {
    static char foreign;
    pthread_t thread;
    if (FAULT == CRASH) (void)raise(SIGSEGV);
    if (FAULT == UNLISTED_HANDLER) register_unlisted(registry);
    if (FAULT == THREAD_LEFT) (void)pthread_create(&thread, NULL, never_end, NULL);
    if (FAULT == FILE_LEFT) leave_a_file_open();
    if (FAULT == FOREIGN_BLOCK) used->free(used->ctx, &foreign);
    return sound->start(self, registry, deadline);
}

static int32_t health(void* self, int64_t deadline, const ccp_sink* detail) {
    if (FAULT == NO_HEALTH) return CCP_E_UNAVAILABLE;
    if (FAULT == HEALTH_IS_TEXT) return detail->write(detail->ctx, TEXT("fine, thanks"));
    return sound->health(self, deadline, detail);
}

static const void* get_extension(void* self, const char* id) {
    static const ccp_ext_transfer_v1 half = {.header = CCP_HEADER_INIT(ccp_ext_transfer_v1)};
    static const ccp_ext_console_v1 bad = {.header = CCP_HEADER_INIT(ccp_ext_console_v1), .asset_count = 1};
    if (FAULT == THROW_EXTENSION) fixture_throw();
    if (FAULT == BAD_CONSOLE && strcmp(id, CCP_EXT_CONSOLE) == 0) return &bad;
    if (FAULT == HALF_TRANSFER && strcmp(id, CCP_EXT_TRANSFER) == 0) return &half;
    return FAULT == EVERY_EXTENSION ? self : sound->get_extension(self, id);
}

static int32_t drain(void* self) {
    if (FAULT == THROW_DRAIN) fixture_throw();
    return FAULT == NO_DRAIN ? CCP_E_INTERNAL : sound->drain(self);
}

static int32_t stop(void* self, int64_t deadline) {
    return FAULT == NO_STOP ? CCP_E_TIMEOUT : sound->stop(self, deadline);
}

static void destroy(void* self) {
    if (FAULT == THROW_DESTROY) fixture_throw();
    if (FAULT != ONE_INSTANCE) sound->destroy(self);
}

/* Greetings keeps its table at the beginning of each instance, so that the table can be put right in place. */
static int32_t create(const ccp_host_v1* host, const ccp_plugin_v1** plugin) {
    static ccp_plugin_v1 original;
    static const ccp_plugin_v1* only;
    const ccp_host_range range = {CCP_HEADER_INIT(ccp_host_range), CCP_ABI_MAJOR, CCP_ABI_MINOR, 0};
    if (FAULT == THROW_CREATE) fixture_throw();
    *plugin = only;
    if (only != NULL) return CCP_OK;
    const int32_t status = unbroken_entry(&range)->create(host, plugin);
    if (status != CCP_OK) return status;
    if (FAULT == FILE_IN_CREATE) leave_a_file_open();
    if (FAULT == ONE_INSTANCE) only = *plugin;
    if (sound == NULL) original = **plugin;
    sound = &original;
    used = host;
    ccp_plugin_v1* table = (ccp_plugin_v1*)*plugin;
    table->start = start;
    table->health = health;
    table->get_extension = get_extension;
    table->drain = drain;
    table->stop = stop;
    table->destroy = destroy;
    return CCP_OK;
}

CCP_EXPORT const ccp_descriptor_v1* ccp_plugin_entry(const ccp_host_range* host) {
    static int turn;
    const ccp_host_range range = {CCP_HEADER_INIT(ccp_host_range), CCP_ABI_MAJOR, CCP_ABI_MINOR, 0};
    if (FAULT == THROW_ENTRY) fixture_throw();
    const ccp_descriptor_v1* unbroken = unbroken_entry(FAULT == ANY_MAJOR ? &range : host);
    if (unbroken == NULL) return NULL;
    if (FAULT == NEW_DESCRIPTOR) turn = !turn;
    if (FAULT == FILE_IN_ENTRY) leave_a_file_open();
    descriptors[turn] = *unbroken;
    descriptors[turn].create = create;
    if (FAULT == NO_VENDOR) descriptors[turn].vendor = NULL;
    return &descriptors[turn];
}
