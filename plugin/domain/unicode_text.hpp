// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace extsrc::domain {

/// Whether the bytes are well-formed UTF-8 without surrogates and over-long forms.
[[nodiscard]] bool is_utf8(std::string_view text);

/// The text without Unicode white space at its ends. Expects UTF-8.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Number of code points. Expects UTF-8.
[[nodiscard]] std::size_t code_points(std::string_view text);

/// Whether any code point is a control character (general category Cc), NUL included. Expects UTF-8.
[[nodiscard]] bool has_control(std::string_view text);

/// Whether any code point is Unicode white space. Expects UTF-8.
[[nodiscard]] bool has_white_space(std::string_view text);

/// The first `max` code points. Expects UTF-8.
[[nodiscard]] std::string_view first_code_points(std::string_view text, std::size_t max);

/// The stretches between Unicode white space, none of them empty. Expects UTF-8.
[[nodiscard]] std::vector<std::string_view> split_at_white_space(std::string_view text);

/// The stretches of letters, digits and the marks on them, none of them empty. Expects UTF-8.
[[nodiscard]] std::vector<std::string_view> split_at_punctuation(std::string_view text);

/// Normal form for comparing names without case: canonical composition, then full Unicode case folding. Expects UTF-8.
[[nodiscard]] std::string fold_case(std::string_view text);

/// A domain name in lower-case ASCII (UTS #46), or nothing when it is not a domain name. Expects UTF-8.
[[nodiscard]] std::optional<std::string> domain_to_ascii(std::string_view domain);

/// The text lower-cased without a locale. Expects UTF-8.
[[nodiscard]] std::string to_lower(std::string_view text);

/// What single-line texts of the contract have in common: UTF-8, trimmed, no control character, at most `max` code points.
/// @param field name to report  @return the trimmed text, or errc::invalid naming the field
[[nodiscard]] result<std::string> single_line(std::string_view field, std::string_view text, std::size_t max);

}  // namespace extsrc::domain
