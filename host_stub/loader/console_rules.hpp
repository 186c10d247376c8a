// SPDX-License-Identifier: BSL-1.0
/// @file What texts of a plugin's in the admin console may be: the rules of ccp/ext/console.h. Each function gives what is
/// wrong, such as "is empty", or empty text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ccphost {

/// Permissions one entry may name.
inline constexpr std::size_t most_entry_permissions = 64;

std::string asset_path_fault(std::string_view path);
/// It becomes a header, and so must not be able to become two.
std::string content_type_fault(std::string_view type);
std::string content_encoding_fault(std::string_view encoding);
/// For what people read: UTF-8 without control characters.
std::string label_fault(std::string_view label);
std::string entry_path_fault(std::string_view path);
/// For names of custom elements.
std::string element_fault(std::string_view name);
/// Whether browsers take a file of this type as a module.
bool is_script(std::string_view content_type);

}  // namespace ccphost
