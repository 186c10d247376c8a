/* SPDX-License-Identifier: BSL-1.0 */
#include "tiny_services.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

_Noreturn void broken_rule(const char* rule, const char* detail) {
    fprintf(stderr, "tiny_host: broken rule: %s: %s\n", rule, detail);
    exit(1);
}

void check_header(const ccp_header* header, size_t least, const char* name) {
    if (header->magic != CCP_MAGIC) broken_rule("magic is not CCP1", name);
    if (header->abi_major != CCP_ABI_MAJOR) broken_rule("another major version", name);
    if (header->struct_size < least) broken_rule("struct_size is too small", name);
    if (header->reserved != 0) broken_rule("reserved is not zero", name);
}

static void copy_text(char* to, size_t capacity, ccp_str text, const char* what) {
    if (text.len >= capacity) broken_rule("text too long", what);
    if (text.len > 0) memcpy(to, text.ptr, text.len);
    to[text.len] = '\0';
}

/* -- services -- */

static int64_t now_ns(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (int64_t)time.tv_sec * INT64_C(1000000000) + (int64_t)time.tv_nsec;
}

int64_t mono_now_ns(void) {
    return now_ns(CLOCK_MONOTONIC);
}

static void service_log(void* ctx, uint32_t level, ccp_str component, ccp_str message, const ccp_pair* fields, size_t count) {
    (void)ctx;
    (void)fields;
    printf("  log %u %.*s: %.*s (%zu fields)\n", (unsigned)level, (int)component.len, component.ptr, (int)message.len,
           message.ptr, count);
}

static const void* service_get_extension(void* ctx, const char* id) {
    (void)ctx;
    (void)id;
    return NULL;
}

static void* service_alloc(void* ctx, size_t bytes) {
    tiny_services* services = ctx;
    void* block = malloc(bytes);
    if (block != NULL) ++services->live_blocks;
    return block;
}

static void service_free(void* ctx, void* block) {
    tiny_services* services = ctx;
    if (block == NULL) return;
    if (services->live_blocks == 0) broken_rule("free of a block alloc never gave", "host.free");
    --services->live_blocks;
    free(block);
}

static void service_set_error(void* ctx, int32_t status, ccp_str message) {
    tiny_services* services = ctx;
    if (status >= 0) broken_rule("set_error with a status that is no failure", "host.set_error");
    snprintf(services->last_error, sizeof services->last_error, "%.*s", (int)message.len, message.ptr);
}

static int64_t service_now_mono_ns(void* ctx) {
    (void)ctx;
    return mono_now_ns();
}

static int64_t service_now_wall_ns(void* ctx) {
    (void)ctx;
    return now_ns(CLOCK_REALTIME);
}

static int32_t service_complete(void* ctx, uint64_t token, int32_t status) {
    (void)ctx;
    (void)token;
    (void)status;
    return CCP_E_STALE; /* every request of this host is answered before its handler returns */
}

static int32_t service_cancelled(void* ctx, uint64_t token) {
    (void)ctx;
    (void)token;
    return 0;
}

void services_init(tiny_services* services) {
    *services = (tiny_services){.table = {.header = CCP_HEADER_INIT(ccp_host_v1),
                                          .ctx = services,
                                          .log = service_log,
                                          .get_extension = service_get_extension,
                                          .alloc = service_alloc,
                                          .free = service_free,
                                          .set_error = service_set_error,
                                          .now_mono_ns = service_now_mono_ns,
                                          .now_wall_ns = service_now_wall_ns,
                                          .complete = service_complete,
                                          .cancelled = service_cancelled}};
}

/* -- registry -- */

static int32_t registry_add_handler(void* ctx, const ccp_handler_v1* handler) {
    tiny_registry* registry = ctx;
    if (!registry->open) broken_rule("registered outside start", "registry.add_handler");
    check_header(&handler->header, sizeof *handler, "ccp_handler_v1");
    if (handler->handle == NULL || handler->permission_count == 0) return CCP_E_ARGUMENT;
    const size_t limit = sizeof registry->handlers / sizeof registry->handlers[0];
    if (registry->handler_count == limit) return CCP_E_NO_MEMORY;
    const size_t slot = registry->handler_count++;
    copy_text(registry->handlers[slot].method, sizeof registry->handlers[slot].method, handler->method, "method");
    copy_text(registry->handlers[slot].path, sizeof registry->handlers[slot].path, handler->path, "path");
    copy_text(registry->handlers[slot].permission, sizeof registry->handlers[slot].permission, handler->permissions[0],
              "permission");
    registry->handlers[slot].ctx = handler->ctx;
    registry->handlers[slot].handle = handler->handle;
    return CCP_OK;
}

static int32_t registry_set_identity_hook(void* ctx, const ccp_identity_hook_v1* hook) {
    tiny_registry* registry = ctx;
    if (!registry->open) broken_rule("registered outside start", "registry.set_identity_hook");
    check_header(&hook->header, sizeof *hook, "ccp_identity_hook_v1");
    if (hook->resolve == NULL) return CCP_E_ARGUMENT;
    if (registry->hook.resolve != NULL) return CCP_E_CONFLICT;
    registry->hook = *hook;
    return CCP_OK;
}

void registry_init(tiny_registry* registry) {
    *registry = (tiny_registry){.table = {.header = CCP_HEADER_INIT(ccp_registry_v1),
                                          .ctx = registry,
                                          .add_handler = registry_add_handler,
                                          .set_identity_hook = registry_set_identity_hook}};
}

/* -- receivers -- */

static int32_t text_write(void* ctx, ccp_str bytes) {
    tiny_text* text = ctx;
    if (bytes.len > sizeof text->bytes - text->length) return CCP_E_NO_MEMORY;
    if (bytes.len > 0) memcpy(text->bytes + text->length, bytes.ptr, bytes.len);
    text->length += bytes.len;
    return CCP_OK;
}

ccp_sink sink_into(tiny_text* text) {
    text->length = 0;
    return (ccp_sink){.header = CCP_HEADER_INIT(ccp_sink), .ctx = text, .write = text_write};
}

static int32_t response_set_status(void* ctx, uint32_t http_status) {
    tiny_response* response = ctx;
    if (http_status < 200 || http_status > 599) return CCP_E_ARGUMENT;
    response->http_status = http_status;
    return CCP_OK;
}

static int32_t response_set_header(void* ctx, ccp_str name, ccp_str value) {
    (void)ctx;
    (void)value;
    return name.len == 0 ? CCP_E_ARGUMENT : CCP_OK;
}

static int32_t response_write(void* ctx, ccp_str bytes) {
    tiny_response* response = ctx;
    return text_write(&response->body, bytes);
}

static int32_t response_fail(void* ctx, const ccp_failure_v1* failure) {
    tiny_response* response = ctx;
    check_header(&failure->header, sizeof *failure, "ccp_failure_v1");
    if (failure->http_status < 400 || failure->http_status > 599) return CCP_E_ARGUMENT;
    response->http_status = failure->http_status;
    response->body.length = 0;
    return text_write(&response->body, failure->code);
}

void response_init(tiny_response* response) {
    *response = (tiny_response){.table = {.header = CCP_HEADER_INIT(ccp_response_v1),
                                          .ctx = response,
                                          .set_status = response_set_status,
                                          .set_header = response_set_header,
                                          .write = response_write,
                                          .fail = response_fail},
                                .http_status = 200};
}
