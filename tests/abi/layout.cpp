// SPDX-License-Identifier: BSL-1.0
// The binary layout of interface version 1 on x86-64, written out. Compiling this file is the test: a member that moved, a
// struct that grew in its middle or a function whose signature changed does not compile. A member appended in a later minor
// version is added here in the same change, with the new size; no other line ever changes. scripts/abi-gate keeps the lines of
// every released version, and holds the headers to them.
#include "layout.hpp"

#if !defined(__x86_64__)
#error "The numbers below are those of x86-64"
#endif

FROZEN(ccp_header, 16);
MEMBER(ccp_header, magic, 0, uint32_t);
MEMBER(ccp_header, struct_size, 4, uint32_t);
MEMBER(ccp_header, abi_major, 8, uint16_t);
MEMBER(ccp_header, abi_minor, 10, uint16_t);
MEMBER(ccp_header, reserved, 12, uint32_t);

FROZEN(ccp_str, 16);
MEMBER(ccp_str, ptr, 0, const char*);
MEMBER(ccp_str, len, 8, size_t);

FROZEN(ccp_pair, 32);
MEMBER(ccp_pair, name, 0, ccp_str);
MEMBER(ccp_pair, value, 16, ccp_str);

SIZE(ccp_sink, 32);
MEMBER(ccp_sink, header, 0, ccp_header);
MEMBER(ccp_sink, ctx, 16, void*);
MEMBER(ccp_sink, write, 24, int32_t (*)(void*, ccp_str));

FROZEN(ccp_buffer, 24);
MEMBER(ccp_buffer, ptr, 0, char*);
MEMBER(ccp_buffer, capacity, 8, size_t);
MEMBER(ccp_buffer, length, 16, size_t);

SIZE(ccp_host_v1, 96);
MEMBER(ccp_host_v1, header, 0, ccp_header);
MEMBER(ccp_host_v1, ctx, 16, void*);
MEMBER(ccp_host_v1, log, 24, void (*)(void*, uint32_t, ccp_str, ccp_str, const ccp_pair*, size_t));
MEMBER(ccp_host_v1, get_extension, 32, const void* (*)(void*, const char*));
MEMBER(ccp_host_v1, alloc, 40, void* (*)(void*, size_t));
MEMBER(ccp_host_v1, free, 48, void (*)(void*, void*));
MEMBER(ccp_host_v1, set_error, 56, void (*)(void*, int32_t, ccp_str));
MEMBER(ccp_host_v1, now_mono_ns, 64, int64_t (*)(void*));
MEMBER(ccp_host_v1, now_wall_ns, 72, int64_t (*)(void*));
MEMBER(ccp_host_v1, complete, 80, int32_t (*)(void*, uint64_t, int32_t));
MEMBER(ccp_host_v1, cancelled, 88, int32_t (*)(void*, uint64_t));

FROZEN(ccp_identifier, 48);
MEMBER(ccp_identifier, type, 0, ccp_str);
MEMBER(ccp_identifier, external_source_id, 16, ccp_str);
MEMBER(ccp_identifier, value, 32, ccp_str);

SIZE(ccp_interaction_v1, 128);
MEMBER(ccp_interaction_v1, header, 0, ccp_header);
MEMBER(ccp_interaction_v1, interaction_id, 16, ccp_str);
MEMBER(ccp_interaction_v1, organization_id, 32, ccp_str);
MEMBER(ccp_interaction_v1, division_id, 48, ccp_str);
MEMBER(ccp_interaction_v1, channel, 64, ccp_str);
MEMBER(ccp_interaction_v1, integration_id, 80, ccp_str);
MEMBER(ccp_interaction_v1, occurred_at_us, 96, int64_t);
MEMBER(ccp_interaction_v1, deadline_mono_ns, 104, int64_t);
MEMBER(ccp_interaction_v1, identifiers, 112, const ccp_identifier*);
MEMBER(ccp_interaction_v1, identifier_count, 120, size_t);

SIZE(ccp_resolution_v1, 144);
MEMBER(ccp_resolution_v1, header, 0, ccp_header);
MEMBER(ccp_resolution_v1, outcome, 16, uint32_t);
MEMBER(ccp_resolution_v1, contact_type, 20, uint32_t);
MEMBER(ccp_resolution_v1, contact_id, 24, char[CCP_ID_CAPACITY]);
MEMBER(ccp_resolution_v1, matched_identifier, 64, int32_t);
MEMBER(ccp_resolution_v1, reserved, 68, uint32_t);
MEMBER(ccp_resolution_v1, matched_value, 72, ccp_buffer);
MEMBER(ccp_resolution_v1, profile_url, 96, ccp_buffer);
MEMBER(ccp_resolution_v1, reason, 120, ccp_buffer);

SIZE(ccp_identity_hook_v1, 32);
MEMBER(ccp_identity_hook_v1, header, 0, ccp_header);
MEMBER(ccp_identity_hook_v1, ctx, 16, void*);
MEMBER(ccp_identity_hook_v1, resolve, 24, int32_t (*)(void*, const ccp_interaction_v1*, ccp_resolution_v1*));

SIZE(ccp_request_v1, 176);
MEMBER(ccp_request_v1, header, 0, ccp_header);
MEMBER(ccp_request_v1, token, 16, uint64_t);
MEMBER(ccp_request_v1, deadline_mono_ns, 24, int64_t);
MEMBER(ccp_request_v1, organization_id, 32, ccp_str);
MEMBER(ccp_request_v1, principal_id, 48, ccp_str);
MEMBER(ccp_request_v1, correlation_id, 64, ccp_str);
MEMBER(ccp_request_v1, method, 80, ccp_str);
MEMBER(ccp_request_v1, path, 96, ccp_str);
MEMBER(ccp_request_v1, path_parameters, 112, const ccp_pair*);
MEMBER(ccp_request_v1, path_parameter_count, 120, size_t);
MEMBER(ccp_request_v1, query, 128, const ccp_pair*);
MEMBER(ccp_request_v1, query_count, 136, size_t);
MEMBER(ccp_request_v1, headers, 144, const ccp_pair*);
MEMBER(ccp_request_v1, header_count, 152, size_t);
MEMBER(ccp_request_v1, body, 160, ccp_str);

FROZEN(ccp_failure_detail, 48);
MEMBER(ccp_failure_detail, error_code, 0, ccp_str);
MEMBER(ccp_failure_detail, field_name, 16, ccp_str);
MEMBER(ccp_failure_detail, message, 32, ccp_str);

SIZE(ccp_failure_v1, 168);
MEMBER(ccp_failure_v1, header, 0, ccp_header);
MEMBER(ccp_failure_v1, http_status, 16, uint32_t);
MEMBER(ccp_failure_v1, reserved, 20, uint32_t);
MEMBER(ccp_failure_v1, code, 24, ccp_str);
MEMBER(ccp_failure_v1, message, 40, ccp_str);
MEMBER(ccp_failure_v1, entity_id, 56, ccp_str);
MEMBER(ccp_failure_v1, entity_name, 72, ccp_str);
MEMBER(ccp_failure_v1, details, 88, const ccp_failure_detail*);
MEMBER(ccp_failure_v1, detail_count, 96, size_t);
MEMBER(ccp_failure_v1, message_parameters, 104, const ccp_pair*);
MEMBER(ccp_failure_v1, message_parameter_count, 112, size_t);
MEMBER(ccp_failure_v1, limit_key, 120, ccp_str);
MEMBER(ccp_failure_v1, limit_namespace, 136, ccp_str);
MEMBER(ccp_failure_v1, limit_value, 152, int64_t);
MEMBER(ccp_failure_v1, retry_after_s, 160, int64_t);

SIZE(ccp_response_v1, 56);
MEMBER(ccp_response_v1, header, 0, ccp_header);
MEMBER(ccp_response_v1, ctx, 16, void*);
MEMBER(ccp_response_v1, set_status, 24, int32_t (*)(void*, uint32_t));
MEMBER(ccp_response_v1, set_header, 32, int32_t (*)(void*, ccp_str, ccp_str));
MEMBER(ccp_response_v1, write, 40, int32_t (*)(void*, ccp_str));
MEMBER(ccp_response_v1, fail, 48, int32_t (*)(void*, const ccp_failure_v1*));

SIZE(ccp_handler_v1, 104);
MEMBER(ccp_handler_v1, header, 0, ccp_header);
MEMBER(ccp_handler_v1, operation_id, 16, ccp_str);
MEMBER(ccp_handler_v1, method, 32, ccp_str);
MEMBER(ccp_handler_v1, path, 48, ccp_str);
MEMBER(ccp_handler_v1, permission_rule, 64, uint32_t);
MEMBER(ccp_handler_v1, reserved, 68, uint32_t);
MEMBER(ccp_handler_v1, permissions, 72, const ccp_str*);
MEMBER(ccp_handler_v1, permission_count, 80, size_t);
MEMBER(ccp_handler_v1, ctx, 88, void*);
MEMBER(ccp_handler_v1, handle, 96, int32_t (*)(void*, const ccp_request_v1*, const ccp_response_v1*));

SIZE(ccp_host_range, 24);
MEMBER(ccp_host_range, header, 0, ccp_header);
MEMBER(ccp_host_range, major, 16, uint16_t);
MEMBER(ccp_host_range, max_minor, 18, uint16_t);
MEMBER(ccp_host_range, reserved, 20, uint32_t);

SIZE(ccp_registry_v1, 40);
MEMBER(ccp_registry_v1, header, 0, ccp_header);
MEMBER(ccp_registry_v1, ctx, 16, void*);
MEMBER(ccp_registry_v1, add_handler, 24, int32_t (*)(void*, const ccp_handler_v1*));
MEMBER(ccp_registry_v1, set_identity_hook, 32, int32_t (*)(void*, const ccp_identity_hook_v1*));

SIZE(ccp_plugin_v1, 88);
MEMBER(ccp_plugin_v1, header, 0, ccp_header);
MEMBER(ccp_plugin_v1, self, 16, void*);
MEMBER(ccp_plugin_v1, start, 24, int32_t (*)(void*, const ccp_registry_v1*, int64_t));
MEMBER(ccp_plugin_v1, health, 32, int32_t (*)(void*, int64_t, const ccp_sink*));
MEMBER(ccp_plugin_v1, drain, 40, int32_t (*)(void*));
MEMBER(ccp_plugin_v1, stop, 48, int32_t (*)(void*, int64_t));
MEMBER(ccp_plugin_v1, destroy, 56, void (*)(void*));
MEMBER(ccp_plugin_v1, get_extension, 64, const void* (*)(void*, const char*));
MEMBER(ccp_plugin_v1, configure, 72, int32_t (*)(void*));
MEMBER(ccp_plugin_v1, predecessor_gone, 80, int32_t (*)(void*, int64_t));

SIZE(ccp_descriptor_v1, 112);
MEMBER(ccp_descriptor_v1, header, 0, ccp_header);
MEMBER(ccp_descriptor_v1, min_host_minor, 16, uint16_t);
MEMBER(ccp_descriptor_v1, reserved0, 18, uint16_t);
MEMBER(ccp_descriptor_v1, reserved1, 20, uint32_t);
MEMBER(ccp_descriptor_v1, flags, 24, uint64_t);
MEMBER(ccp_descriptor_v1, id, 32, const char*);
MEMBER(ccp_descriptor_v1, name, 40, const char*);
MEMBER(ccp_descriptor_v1, vendor, 48, const char*);
MEMBER(ccp_descriptor_v1, version, 56, const char*);
MEMBER(ccp_descriptor_v1, build_id, 64, const char*);
MEMBER(ccp_descriptor_v1, description, 72, const char*);
MEMBER(ccp_descriptor_v1, required_extensions, 80, const char* const*);
MEMBER(ccp_descriptor_v1, optional_extensions, 88, const char* const*);
MEMBER(ccp_descriptor_v1, schema_version_min, 96, uint32_t);
MEMBER(ccp_descriptor_v1, schema_version_max, 100, uint32_t);
MEMBER(ccp_descriptor_v1, create, 104, int32_t (*)(const ccp_host_v1*, const ccp_plugin_v1**));

SIZE(ccp_ext_config_v1, 40);
MEMBER(ccp_ext_config_v1, header, 0, ccp_header);
MEMBER(ccp_ext_config_v1, ctx, 16, void*);
MEMBER(ccp_ext_config_v1, snapshot, 24, uint64_t (*)(void*));
MEMBER(ccp_ext_config_v1, get, 32, int32_t (*)(void*, ccp_str, const ccp_sink*));

FROZEN(ccp_console_asset, 64);
MEMBER(ccp_console_asset, path, 0, ccp_str);
MEMBER(ccp_console_asset, content_type, 16, ccp_str);
MEMBER(ccp_console_asset, content_encoding, 32, ccp_str);
MEMBER(ccp_console_asset, bytes, 48, ccp_str);

FROZEN(ccp_console_entry, 96);
MEMBER(ccp_console_entry, group, 0, ccp_str);
MEMBER(ccp_console_entry, label, 16, ccp_str);
MEMBER(ccp_console_entry, path, 32, ccp_str);
MEMBER(ccp_console_entry, module, 48, ccp_str);
MEMBER(ccp_console_entry, element, 64, ccp_str);
MEMBER(ccp_console_entry, permissions, 80, const ccp_str*);
MEMBER(ccp_console_entry, permission_count, 88, size_t);

SIZE(ccp_ext_console_v1, 48);
MEMBER(ccp_ext_console_v1, header, 0, ccp_header);
MEMBER(ccp_ext_console_v1, assets, 16, const ccp_console_asset*);
MEMBER(ccp_ext_console_v1, asset_count, 24, size_t);
MEMBER(ccp_ext_console_v1, entries, 32, const ccp_console_entry*);
MEMBER(ccp_ext_console_v1, entry_count, 40, size_t);

SIZE(ccp_ext_events_v1, 32);
MEMBER(ccp_ext_events_v1, header, 0, ccp_header);
MEMBER(ccp_ext_events_v1, ctx, 16, void*);
MEMBER(ccp_ext_events_v1, publish, 24, int32_t (*)(void*, ccp_str, ccp_str, ccp_str));

SIZE(ccp_ext_metrics_v1, 40);
MEMBER(ccp_ext_metrics_v1, header, 0, ccp_header);
MEMBER(ccp_ext_metrics_v1, ctx, 16, void*);
MEMBER(ccp_ext_metrics_v1, define, 24, int32_t (*)(void*, uint32_t, ccp_str, ccp_str, const ccp_pair*, size_t, uint32_t*));
MEMBER(ccp_ext_metrics_v1, update, 32, void (*)(void*, uint32_t, double));

SIZE(ccp_ext_tasks_v1, 32);
MEMBER(ccp_ext_tasks_v1, header, 0, ccp_header);
MEMBER(ccp_ext_tasks_v1, ctx, 16, void*);
MEMBER(ccp_ext_tasks_v1, run, 24, int32_t (*)(void*, ccp_str, int64_t, const ccp_sink*));

SIZE(ccp_line_source_v1, 40);
MEMBER(ccp_line_source_v1, header, 0, ccp_header);
MEMBER(ccp_line_source_v1, ctx, 16, void*);
MEMBER(ccp_line_source_v1, next, 24, int32_t (*)(void*, ccp_str*));
MEMBER(ccp_line_source_v1, rewind, 32, int32_t (*)(void*));

SIZE(ccp_transfer_watch_v1, 32);
MEMBER(ccp_transfer_watch_v1, header, 0, ccp_header);
MEMBER(ccp_transfer_watch_v1, ctx, 16, void*);
MEMBER(ccp_transfer_watch_v1, progress, 24, int32_t (*)(void*, uint32_t, uint64_t, uint64_t));

SIZE(ccp_ext_transfer_v1, 40);
MEMBER(ccp_ext_transfer_v1, header, 0, ccp_header);
MEMBER(ccp_ext_transfer_v1, ctx, 16, void*);
MEMBER(ccp_ext_transfer_v1, export_organization, 24,
       int32_t (*)(void*, ccp_str, const ccp_transfer_watch_v1*, int64_t, const ccp_sink*));
MEMBER(ccp_ext_transfer_v1, import_organization, 32,
       int32_t (*)(void*, const ccp_line_source_v1*, const ccp_transfer_watch_v1*, int64_t, const ccp_sink*));

SIGNATURE(ccp_plugin_entry_fn, const ccp_descriptor_v1* (*)(const ccp_host_range*));
SIGNATURE(decltype(&ccp_plugin_entry), const ccp_descriptor_v1* (*)(const ccp_host_range*));
