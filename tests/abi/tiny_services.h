/* SPDX-License-Identifier: BSL-1.0 */
/*
 * The host side of tiny_host: the services it offers a plug-in, the registry, and receivers for what a plug-in answers.
 * One control thread, no workers: everything runs on the thread that calls.
 */
#ifndef TINY_SERVICES_H
#define TINY_SERVICES_H

#include <ccp/ccp.h>

#define TEXT(literal) ((ccp_str){(literal), sizeof(literal) - 1})

/* Ends the program with status 1 and a text naming the rule the plug-in broke. */
_Noreturn void broken_rule(const char* rule, const char* detail);

/* Checks what every struct that crosses begins with. `least` is the size up to which members are read. */
void check_header(const ccp_header* header, size_t least, const char* name);

/* What a plug-in registered. Texts are copied, because they are borrowed for the call only. */
typedef struct tiny_registry {
    ccp_registry_v1 table;
    int open;
    size_t handler_count;
    struct {
        char method[8];
        char path[128];
        char permission[64];
        void* ctx;
        int32_t (*handle)(void* ctx, const ccp_request_v1* request, const ccp_response_v1* response);
    } handlers[16];
    ccp_identity_hook_v1 hook; /* resolve is null when none was set */
} tiny_registry;

void registry_init(tiny_registry* registry);

/* Text received from a plug-in. */
typedef struct tiny_text {
    char bytes[512];
    size_t length;
} tiny_text;

ccp_sink sink_into(tiny_text* text);

/* A response as the plug-in wrote it. */
typedef struct tiny_response {
    ccp_response_v1 table;
    uint32_t http_status;
    tiny_text body;
} tiny_response;

void response_init(tiny_response* response);

/* The services themselves; `live_blocks` counts what alloc gave and free has not taken back. */
typedef struct tiny_services {
    ccp_host_v1 table;
    size_t live_blocks;
    char last_error[256];
} tiny_services;

void services_init(tiny_services* services);
int64_t mono_now_ns(void);

#endif
