/* SPDX-License-Identifier: BSL-1.0 */
/*
 * A complete small plug-in in plain C, written against the public headers alone: one request handler that greets, and an
 * identity hook that knows nobody but answers every interaction. Start here to write your own.
 */
#include <ccp/ccp.h>
#include <string.h>

#define TEXT(literal) ((ccp_str){(literal), sizeof(literal) - 1})

typedef struct tiny {
    ccp_plugin_v1 plugin; /* what the host sees; `self` points back at the whole */
    const ccp_host_v1* host;
    int32_t active;
} tiny;

static int32_t greet(void* ctx, const ccp_request_v1* request, const ccp_response_v1* response) {
    tiny* self = ctx;
    if (!self->active) return CCP_E_STATE;
    if (request->path_parameter_count != 1) return CCP_E_ARGUMENT;
    const ccp_str name = request->path_parameters[0].value;
    if (name.len == 0 || name.len > 64) {
        const ccp_failure_detail detail = {TEXT("value.length"), TEXT("name"), {NULL, 0}};
        const ccp_failure_v1 failure = {.header = CCP_HEADER_INIT(ccp_failure_v1),
                                        .http_status = 400,
                                        .code = TEXT("bad.request"),
                                        .message = TEXT("A name has 1 to 64 bytes."),
                                        .details = &detail,
                                        .detail_count = 1};
        return response->fail(response->ctx, &failure);
    }
    int32_t status = response->set_header(response->ctx, TEXT("Content-Type"), TEXT("text/plain; charset=utf-8"));
    if (status == CCP_OK) status = response->write(response->ctx, TEXT("Hello, "));
    if (status == CCP_OK) status = response->write(response->ctx, name);
    return status;
}

/* Fills a buffer of the host's by the rule of ccp_buffer; every text here is ASCII, so any cut is at a character's edge. */
static void fill(ccp_buffer* buffer, ccp_str text) {
    const size_t fits = text.len < buffer->capacity ? text.len : buffer->capacity;
    if (fits > 0) memcpy(buffer->ptr, text.ptr, fits);
    buffer->length = text.len;
}

static int32_t resolve(void* ctx, const ccp_interaction_v1* interaction, ccp_resolution_v1* resolution) {
    const tiny* self = ctx;
    if (!self->active) return CCP_E_STATE;
    const int valid = interaction->interaction_id.len > 0 && interaction->interaction_id.len <= 255;
    resolution->outcome = valid ? CCP_OUTCOME_UNRESOLVED : CCP_OUTCOME_REJECTED;
    resolution->contact_type = CCP_CONTACT_NONE;
    resolution->contact_id[0] = '\0';
    resolution->matched_identifier = -1;
    fill(&resolution->matched_value, TEXT(""));
    fill(&resolution->profile_url, TEXT(""));
    fill(&resolution->reason, valid ? TEXT("This plug-in keeps no contacts.") : TEXT("The interaction has no usable id."));
    return CCP_OK;
}

static int32_t start(void* ctx, const ccp_registry_v1* registry, int64_t deadline_mono_ns) {
    tiny* self = ctx;
    if (self->active) return CCP_E_STATE;
    if (deadline_mono_ns != 0 && self->host->now_mono_ns(self->host->ctx) > deadline_mono_ns) return CCP_E_TIMEOUT;
    const ccp_str permission = TEXT("tiny:greeting:view");
    const ccp_handler_v1 handler = {.header = CCP_HEADER_INIT(ccp_handler_v1),
                                    .operation_id = TEXT("getTinyGreeting"),
                                    .method = TEXT("GET"),
                                    .path = TEXT("/api/v2/tiny/greetings/{name}"),
                                    .permission_rule = CCP_PERMISSION_ALL,
                                    .permissions = &permission,
                                    .permission_count = 1,
                                    .ctx = self,
                                    .handle = greet};
    int32_t status = registry->add_handler(registry->ctx, &handler);
    if (status == CCP_OK) {
        const ccp_identity_hook_v1 hook = {.header = CCP_HEADER_INIT(ccp_identity_hook_v1), .ctx = self, .resolve = resolve};
        status = registry->set_identity_hook(registry->ctx, &hook);
    }
    if (status != CCP_OK) {
        self->host->set_error(self->host->ctx, status, TEXT("The host took neither handler nor hook."));
        return status;
    }
    self->active = 1;
    self->host->log(self->host->ctx, CCP_LOG_INFO, TEXT("life-cycle"), TEXT("started"), NULL, 0);
    return CCP_OK;
}

static int32_t health(void* ctx, int64_t deadline_mono_ns, const ccp_sink* detail) {
    const tiny* self = ctx;
    (void)deadline_mono_ns;
    const int32_t status = detail->write(detail->ctx, self->active ? TEXT("{\"active\":true}") : TEXT("{\"active\":false}"));
    if (status != CCP_OK) return status;
    return self->active ? CCP_OK : CCP_E_UNAVAILABLE;
}

static int32_t drain(void* ctx) {
    (void)ctx; /* no timers and no subscriptions to end */
    return CCP_OK;
}

static int32_t stop(void* ctx, int64_t deadline_mono_ns) {
    tiny* self = ctx;
    (void)deadline_mono_ns;
    self->active = 0;
    return CCP_OK;
}

static void destroy(void* ctx) {
    tiny* self = ctx;
    self->host->free(self->host->ctx, self);
}

static const void* get_extension(void* ctx, const char* id) {
    (void)ctx;
    (void)id;
    return NULL;
}

static int32_t configure(void* ctx) {
    (void)ctx; /* nothing is configurable, so every configuration is taken over */
    return CCP_OK;
}

static int32_t create(const ccp_host_v1* host, const ccp_plugin_v1** plugin) {
    *plugin = NULL;
    if (host->header.magic != CCP_MAGIC || host->header.abi_major != CCP_ABI_MAJOR) return CCP_E_ABI;
    if (!CCP_HAS(ccp_host_v1, host, cancelled)) return CCP_E_ABI;
    tiny* self = host->alloc(host->ctx, sizeof *self);
    if (self == NULL) return CCP_E_NO_MEMORY;
    *self = (tiny){.plugin = {.header = CCP_HEADER_INIT(ccp_plugin_v1),
                              .self = self,
                              .start = start,
                              .health = health,
                              .drain = drain,
                              .stop = stop,
                              .destroy = destroy,
                              .get_extension = get_extension,
                              .configure = configure},
                   .host = host};
    *plugin = &self->plugin;
    return CCP_OK;
}

static const char* const no_extensions[] = {NULL};

static const ccp_descriptor_v1 descriptor = {.header = CCP_HEADER_INIT(ccp_descriptor_v1),
                                             .flags = CCP_F_UNLOAD_SAFE,
                                             .id = "org.extsrc.tiny",
                                             .name = "Tiny",
                                             .vendor = "The External Sources authors",
                                             .version = "1.0.0",
                                             .build_id = "C11",
                                             .description = "Greets, and resolves nobody.",
                                             .required_extensions = no_extensions,
                                             .optional_extensions = no_extensions,
                                             .create = create};

CCP_EXPORT const ccp_descriptor_v1* ccp_plugin_entry(const ccp_host_range* host) {
    if (host->header.magic != CCP_MAGIC || host->major != CCP_ABI_MAJOR) return NULL;
    if (host->max_minor < descriptor.min_host_minor) return NULL;
    return &descriptor;
}
