/* SPDX-License-Identifier: BSL-1.0 */
/**
 * @file request.h
 * Requests of API clients: what a handler declares, what it is given, and how it answers.
 *
 * The host authenticates, checks the declared permissions (denying by default), enforces limits on size and time, and only then
 * calls the handler. Every response carries the host's headers (correlation id, caching); handlers add their own.
 */
#ifndef CCP_REQUEST_H
#define CCP_REQUEST_H

#include "base.h"

/**
 * One request. Owned by the host; valid until the handler returns, or, if it returns CCP_PENDING, until
 * ccp_host_v1::complete returns. Everything in it is read-only and borrowed.
 */
typedef struct ccp_request_v1 {
    ccp_header header;
    uint64_t token;                  /**< names this request to `complete` and `cancelled`; never reused */
    int64_t deadline_mono_ns;        /**< answer before this time of ccp_host_v1::now_mono_ns; 0 for none */
    ccp_str organization_id;         /**< the caller's organization; handlers never touch another's data */
    ccp_str principal_id;            /**< who calls: the OAuth client or user */
    ccp_str correlation_id;          /**< also sent to the client, as ININ-Correlation-Id */
    ccp_str method;                  /**< upper case */
    ccp_str path;                    /**< as received, without the query */
    const ccp_pair* path_parameters; /**< values of the template's {names}, percent-decoded, in the template's order */
    size_t path_parameter_count;
    const ccp_pair* query; /**< percent-decoded, '+' as space, in the order received, repeated names kept */
    size_t query_count;
    const ccp_pair* headers; /**< names in lower case, without authorization and cookie */
    size_t header_count;
    ccp_str body; /**< whole body after transfer decoding; bytes, not yet known to be UTF-8 */
} ccp_request_v1;

/** One field's share in a failure. *Frozen.* 48 bytes. */
typedef struct ccp_failure_detail {
    ccp_str error_code; /**< dotted lower case, such as "value.too.long" */
    ccp_str field_name; /**< path in the body, such as "linkConfiguration.uriTemplate"; null when no single field is at fault */
    ccp_str message;    /**< for people; null for none */
} ccp_failure_detail;

/**
 * A failure as the client shall see it; the host renders it as the platform's error body and adds `contextId`. Owned by the
 * plugin, borrowed for the call. Field meanings follow the vendor's ErrorBody model.
 */
typedef struct ccp_failure_v1 {
    ccp_header header;
    uint32_t http_status; /**< 400..599 */
    uint32_t reserved;    /**< zero */
    ccp_str code;         /**< dotted lower case, such as "not.found" */
    ccp_str message;      /**< one sentence for people */
    ccp_str entity_id;    /**< null for none */
    ccp_str entity_name;  /**< null for none */
    const ccp_failure_detail* details;
    size_t detail_count;
    const ccp_pair* message_parameters;
    size_t message_parameter_count;
    ccp_str limit_key; /**< null when no limit was hit; else the three together are the `limit` member */
    ccp_str limit_namespace;
    int64_t limit_value;
    int64_t retry_after_s; /**< seconds, sent as Retry-After; 0 for none */
} ccp_failure_v1;

/**
 * Where a handler answers. Owned by the host, same life time as the request. All slots are set. [request], or after
 * CCP_PENDING any one thread at a time. Nothing is sent before the handler's success, so a failure discards what was written.
 */
typedef struct ccp_response_v1 {
    ccp_header header;
    void* ctx;
    /** Status 200..599; 200 when never called. @return CCP_OK or CCP_E_ARGUMENT */
    int32_t (*set_status)(void* ctx, uint32_t http_status);
    /** Adds a header. Hop-by-hop headers, Content-Length and the host's own are refused. @return CCP_OK or CCP_E_ARGUMENT */
    int32_t (*set_header)(void* ctx, ccp_str name, ccp_str value);
    /** Appends to the body, JSON unless a Content-Type was set. @return CCP_OK, or CCP_E_NO_MEMORY over the host's limit */
    int32_t (*write)(void* ctx, ccp_str bytes);
    /** Answers with a failure in place of anything set or written so far; the handler then returns CCP_OK.
     *  @return CCP_OK or CCP_E_ARGUMENT */
    int32_t (*fail)(void* ctx, const ccp_failure_v1* failure);
} ccp_response_v1;

/** @name How a handler's permissions combine @{ */
#define CCP_PERMISSION_ANY 1u /**< one of them suffices */
#define CCP_PERMISSION_ALL 2u
/** @} */

/**
 * A request handler as the plugin registers it during start. Borrowed for the call of ccp_registry_v1::add_handler; the host
 * copies the texts and keeps `ctx` and `handle` until the instance is destroyed.
 */
typedef struct ccp_handler_v1 {
    ccp_header header;
    ccp_str operation_id;       /**< unique in the plugin, such as "getExternalcontactsExternalsource" */
    ccp_str method;             /**< upper case: GET, POST, PUT, PATCH or DELETE */
    ccp_str path;               /**< template: literal segments and {names}, each a whole segment; literals win over names */
    uint32_t permission_rule;   /**< CCP_PERMISSION_ANY or CCP_PERMISSION_ALL */
    uint32_t reserved;          /**< zero */
    const ccp_str* permissions; /**< "domain:entity:action" each */
    size_t permission_count;    /**< at least 1: a handler without a permission is refused */
    void* ctx;
    /** Serves one request. [request][active]
     *  @return CCP_OK when the response is written, CCP_PENDING when `complete` will follow, or a failure, which the host turns
     *  into an error body (CCP_E_BUSY and CCP_E_UNAVAILABLE 503, CCP_E_TIMEOUT 504, others 500). */
    int32_t (*handle)(void* ctx, const ccp_request_v1* request, const ccp_response_v1* response);
} ccp_handler_v1;

#endif
