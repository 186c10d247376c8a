// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "storage/stored_rows.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>

/// An organization leaves and enters as an archive: lines of JSON, the first of which says what it is and the last of which
/// proves that it is whole. Knows no host and no file.
namespace extsrc::transfer {

/// What is the organization's alone.
struct organization_row {
    std::int64_t generation = 0;

    template <class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("generation", "generation", self.generation);
    }
};

/// One line between the first and the last, in the order in which kinds follow each other: what a record refers to comes before
/// it.
using record = std::variant<organization_row, storage::source_row, storage::contact_row, storage::link_row,
                            storage::decision_row, storage::resolution_row, storage::change_row>;

/// Values of a record's `kind`, in the order of its alternatives.
inline constexpr std::array<std::string_view, std::variant_size_v<record>> kinds{
    "organization", "source", "contact", "link", "decision", "channelResolution", "change"};

/// What kinds of records there are how many of, in the order of `kinds`.
using record_counts = std::array<std::uint64_t, kinds.size()>;

/// One line without its break, in the only form such a record has: members in their order, what is empty left out.
[[nodiscard]] std::string render(const record& one);

/// Reads a line. @return errc::invalid when it is no record, or one in another form than `render` gives it
[[nodiscard]] domain::result<record> parse_record(std::string_view line);

/// What records of a kind come in the order of, each later than the one before, and none twice.
[[nodiscard]] std::string order_key(const record& one);

}  // namespace extsrc::transfer
