// SPDX-License-Identifier: BSL-1.0
#include "entry/request_adapter.hpp"

#include "handlers/failure.hpp"

#include <vector>

namespace extsrc::entry {
namespace {

handlers::request::pairs to_pairs(const ccp_pair* pairs, std::size_t count) {
    handlers::request::pairs converted;
    converted.reserve(count);
    for (std::size_t i = 0; i < count; ++i) converted.emplace_back(to_cpp(pairs[i].name), to_cpp(pairs[i].value));
    return converted;
}

std::vector<ccp_failure_detail> to_details(const std::vector<domain::field_error>& fields) {
    std::vector<ccp_failure_detail> details;
    details.reserve(fields.size());
    for (const auto& field : fields) details.push_back({to_c(field.code), to_c(field.field), to_c(field.message)});
    return details;
}

std::int32_t fail(const ccp_response_v1& response, const domain::error& error) {
    const auto wire = handlers::to_wire(error.code);
    const auto details = to_details(error.fields);
    ccp_failure_v1 failure{};
    failure.header = CCP_HEADER_INIT(ccp_failure_v1);
    failure.http_status = wire.status;
    failure.code = to_c(wire.code);
    failure.message = to_c(error.message);
    if (!error.entity_id.empty()) failure.entity_id = to_c(error.entity_id);
    failure.details = details.data();
    failure.detail_count = details.size();
    if (error.reached) {
        failure.limit_key = to_c(error.reached->key);
        failure.limit_namespace = to_c(error.reached->name_space);
        failure.limit_value = error.reached->value;
    }
    return response.fail(response.ctx, &failure);
}

}  // namespace

std::int32_t serve(const host_link& host, const handlers::context& with, const handlers::operation& operation,
                   const ccp_request_v1& request, const ccp_response_v1& response) {
    const auto organization = domain::organization_id::parse(to_cpp(request.organization_id));
    if (!organization) {
        host.set_error(CCP_E_ARGUMENT, "organization_id is not a UUID");
        return CCP_E_ARGUMENT;
    }
    const handlers::request asked{*organization,
                                  to_pairs(request.path_parameters, request.path_parameter_count),
                                  to_pairs(request.query, request.query_count),
                                  to_cpp(request.body),
                                  host.time_to_answer(request.deadline_mono_ns),
                                  to_cpp(request.principal_id)};
    const auto answered = operation.handle(with, asked);
    if (!answered) return fail(response, answered.error());
    if (const auto set = response.set_status(response.ctx, answered->status); set != CCP_OK) return set;
    return response.write(response.ctx, to_c(answered->body));
}

}  // namespace extsrc::entry
