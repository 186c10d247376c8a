// SPDX-License-Identifier: BSL-1.0
/// @file Secrets that the host makes itself.
#pragma once

#include <string>
#include <string_view>

namespace ccphost {

/// 256 random bits as 64 hexadecimal digits. Thread-safe. @throw std::runtime_error when the system has no randomness
std::string random_token();

/// Whether two secrets are equal, in a time that tells nothing of where they differ.
bool equal_secrets(std::string_view one, std::string_view other) noexcept;

}  // namespace ccphost
