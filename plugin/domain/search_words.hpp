// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace extsrc::domain {

inline constexpr std::size_t max_search_word = 255;   ///< code points; longer words are cut
inline constexpr std::size_t max_search_words = 200;  ///< of one contact; further ones are left out, names coming first
inline constexpr std::size_t max_sort_key = 100;      ///< code points; what is longer sorts by its beginning

/// What a contact is found by beside its identifiers, case folded; a search looks for words that begin with its keyword.
/// - Names, title, salutation and names on social networks: whole, and each of their words with and without punctuation, so
/// that
///   "Smith-Jones" is found by "jones" and "smith-jones".
/// - The full name, with and without the middle name, for keywords in quotation marks.
/// - E-mail addresses whole, their domains, and the words before the @; handles.
/// Not the address, nor custom fields, which never take part in look-up.
[[nodiscard]] std::set<std::string> search_words(const contact_profile& profile);

/// The form of a keyword in which it begins a word: case folded, cut.
[[nodiscard]] std::string search_word(std::string_view text);

/// What a name or title sorts by, without case.
[[nodiscard]] std::string sort_key(std::string_view text);

}  // namespace extsrc::domain
