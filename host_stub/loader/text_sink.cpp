// SPDX-License-Identifier: BSL-1.0
#include "text_sink.hpp"

#include "c_text.hpp"

#include <exception>
#include <utility>

namespace ccphost {
namespace {

constexpr std::size_t limit = std::size_t{64} * 1024;

std::int32_t append(void* ctx, ccp_str bytes) noexcept {
    auto& text = *static_cast<std::string*>(ctx);
    if (bytes.len > limit - text.size()) return CCP_E_NO_MEMORY;
    try {
        text += from_c(bytes);
        return CCP_OK;
    } catch (const std::exception&) {
        return CCP_E_NO_MEMORY;
    }
}

}  // namespace

text_sink::text_sink() noexcept : table_{header_of<ccp_sink>(), &text_, &append} {}

std::string text_sink::take() noexcept {
    return std::exchange(text_, {});
}

}  // namespace ccphost
