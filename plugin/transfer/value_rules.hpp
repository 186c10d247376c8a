// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace extsrc::transfer {

/// What the values of one record are held to, member by member. Keeps the first fault.
class rules {
public:
    /// "name is too long", or empty.
    [[nodiscard]] const std::string& fault() const { return fault_; }

    void require(bool kept, std::string_view member, std::string_view otherwise);
    /// A UUID in canonical text.
    void uuid(std::string_view member, std::string_view text);
    /// A UUID in canonical text, or "*".
    void division(std::string_view member, std::string_view text);
    /// Without NUL, which not every database keeps, of at most `max` code points.
    void text(std::string_view member, std::string_view text, std::size_t max);
    /// Without control characters, of at most `max` code points. Expects UTF-8, as all that follow.
    void printable(std::string_view member, std::string_view text, std::size_t max);
    /// The same, and without white space at its ends.
    void line(std::string_view member, std::string_view text, std::size_t max);
    void number(std::string_view member, std::int64_t value, std::int64_t least, std::int64_t most);
    /// From 1970 to 9999, with the life of a contact to spare.
    void time(std::string_view member, std::int64_t value);
    /// Of an identifier: a known type, a source for external IDs alone, a value.
    void identifier(std::string_view member, std::string_view type, std::string_view source, std::string_view value);

private:
    std::string fault_;
};

}  // namespace extsrc::transfer
