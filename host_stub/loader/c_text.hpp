// SPDX-License-Identifier: BSL-1.0
/// @file Text and headers across the C boundary.
#pragma once

#include <ccp/base.h>

#include <string_view>

namespace ccphost {

/// Borrows C++ text for the C side; as long-lived as what `text` views.
inline ccp_str to_c(std::string_view text) noexcept {
    return {text.data(), text.size()};
}

/// Text of the C side, as long-lived as the C side promises. A null pointer reads as empty.
inline std::string_view from_c(ccp_str text) noexcept {
    return text.ptr == nullptr ? std::string_view{} : std::string_view{text.ptr, text.len};
}

/// The header of a struct of the host's own making.
template <class T>
constexpr ccp_header header_of() noexcept {
    return {CCP_MAGIC, static_cast<uint32_t>(sizeof(T)), CCP_ABI_MAJOR, CCP_ABI_MINOR, 0};
}

/// Whether a struct from the other side reaches as far as the host's minor 0 knows it, with the right magic and major.
template <class T>
bool readable(const T* from_plugin) noexcept {
    return from_plugin != nullptr && from_plugin->header.magic == CCP_MAGIC && from_plugin->header.abi_major == CCP_ABI_MAJOR &&
           from_plugin->header.struct_size >= sizeof(T);
}

}  // namespace ccphost
