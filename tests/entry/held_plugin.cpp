// SPDX-License-Identifier: BSL-1.0
#include "held_plugin.hpp"

#include <array>
#include <stdexcept>

namespace extsrc::entry {
namespace {

const std::string organization = "3f0a1c5e-0000-4000-8000-000000000001";

std::int32_t append(void* ctx, ccp_str bytes) noexcept {
    static_cast<std::string*>(ctx)->append(bytes.ptr, bytes.len);
    return CCP_OK;
}

}  // namespace

std::string configured(const std::string& url, const std::string& more) {
    return R"({"database":")" + url + "\"" + more + "}";
}

held_plugin::held_plugin(const std::string& configuration) : host(configuration) {
    if (descriptor().create(&host.table(), &table) != CCP_OK) throw std::runtime_error("the plugin makes no instance");
}

std::int32_t held_plugin::configure(const std::string& configuration) {
    host.offer(configuration);
    return table->configure(table->self);
}

std::int32_t held_plugin::health(std::string& detail) {
    detail.clear();
    const ccp_sink sink{CCP_HEADER_INIT(ccp_sink), &detail, append};
    return table->health(table->self, 0, &sink);
}

std::int32_t held_plugin::run_task(const std::string& task, std::string& report) {
    report.clear();
    const ccp_sink sink{CCP_HEADER_INIT(ccp_sink), &report, append};
    const auto* tasks = static_cast<const ccp_ext_tasks_v1*>(table->get_extension(table->self, CCP_EXT_TASKS));
    return tasks->run(tasks->ctx, c_text(task), 0, &sink);
}

std::int32_t held_plugin::request(const std::string& operation, const std::string& body, fake_response& response,
                                  const std::string& asking) {
    ccp_request_v1 request{};
    request.header = CCP_HEADER_INIT(ccp_request_v1);
    request.organization_id = c_text(asking);
    request.body = c_text(body);
    const auto& handler = host.handlers.at(operation);
    return handler.handle(handler.ctx, &request, &response.table);
}

call_answer held_plugin::answer(const call& arrived) const {
    static const std::string phone = "Phone", email = "Email";
    const ccp_identifier identifiers[] = {{c_text(phone), {}, c_text(arrived.phone)},
                                          {c_text(email), {}, c_text(arrived.email)}};
    ccp_interaction_v1 interaction{};
    interaction.header = CCP_HEADER_INIT(ccp_interaction_v1);
    interaction.interaction_id = c_text(arrived.id);
    interaction.organization_id = c_text(organization);
    interaction.channel = c_text(arrived.channel);
    interaction.identifiers = identifiers;
    interaction.identifier_count = arrived.email.empty() ? 1 : 2;
    ccp_resolution_v1 resolution{};
    std::array<char, 64> matched{};
    resolution.matched_value = {matched.data(), matched.size(), 0};
    if (host.hook.resolve(host.hook.ctx, &interaction, &resolution) != CCP_OK) throw std::runtime_error("resolving failed");
    return {resolution.outcome, resolution.contact_id, std::string(matched.data(), resolution.matched_value.length)};
}

}  // namespace extsrc::entry
