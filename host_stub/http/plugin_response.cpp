// SPDX-License-Identifier: BSL-1.0
#include "plugin_response.hpp"

#include "loader/c_text.hpp"

#include <boost/algorithm/string/predicate.hpp>

#include <algorithm>
#include <array>

namespace ccphost {
namespace {

constexpr std::size_t body_limit = std::size_t{64} * 1024 * 1024;

constexpr std::array host_headers{"connection", "keep-alive", "transfer-encoding",  "te",
                                  "trailer",    "upgrade",    "content-length",     "cache-control",
                                  "pragma",     "expires",    "inin-correlation-id"};

bool is_token(std::string_view name) {
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               marks.find(c) != std::string_view::npos;
    });
}

bool is_field_value(std::string_view value) {
    return std::all_of(value.begin(), value.end(),
                       [](char c) { return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f); });
}

plugin_response* self(void* ctx) noexcept {
    return static_cast<plugin_response*>(ctx);
}

template <class F>
std::int32_t guarded(F&& body) noexcept {
    try {
        return body();
    } catch (const std::exception&) {
        return CCP_E_NO_MEMORY;
    }
}

std::int32_t status_slot(void* ctx, std::uint32_t status) noexcept {
    return self(ctx)->set_status(status);
}
std::int32_t header_slot(void* ctx, ccp_str name, ccp_str value) noexcept {
    return guarded([&] { return self(ctx)->set_header(from_c(name), from_c(value)); });
}
std::int32_t write_slot(void* ctx, ccp_str bytes) noexcept {
    return guarded([&] { return self(ctx)->write(from_c(bytes)); });
}
std::int32_t fail_slot(void* ctx, const ccp_failure_v1* failure) noexcept {
    if (!readable(failure)) return CCP_E_ARGUMENT;
    return guarded([&] { return self(ctx)->fail(*failure); });
}

}  // namespace

plugin_response::plugin_response() noexcept
    : table_{header_of<ccp_response_v1>(), this, &status_slot, &header_slot, &write_slot, &fail_slot} {}

answer plugin_response::take(std::string_view context_id) {
    if (failure_) return to_answer(*failure_, context_id);
    return std::exchange(collected_, {});
}

std::int32_t plugin_response::set_status(std::uint32_t status) noexcept {
    if (status < 200 || status > 599) return CCP_E_ARGUMENT;
    collected_.status = status;
    return CCP_OK;
}

std::int32_t plugin_response::set_header(std::string_view name, std::string_view value) {
    const bool reserved = std::any_of(host_headers.begin(), host_headers.end(),
                                      [&](const char* own) { return boost::algorithm::iequals(name, own); });
    if (reserved || !is_token(name) || !is_field_value(value)) return CCP_E_ARGUMENT;
    if (boost::algorithm::iequals(name, "content-type")) {
        collected_.content_type = value;
    } else {
        collected_.headers.emplace_back(name, value);
    }
    return CCP_OK;
}

std::int32_t plugin_response::write(std::string_view bytes) {
    if (bytes.size() > body_limit - collected_.body.size()) return CCP_E_NO_MEMORY;
    collected_.body += bytes;
    return CCP_OK;
}

std::int32_t plugin_response::fail(const ccp_failure_v1& failure) {
    auto copied = from_plugin(failure);
    if (!copied) return CCP_E_ARGUMENT;
    failure_ = std::move(copied);
    return CCP_OK;
}

}  // namespace ccphost
