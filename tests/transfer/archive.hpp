// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/id.hpp"
#include "storage/database.hpp"
#include "transfer/importer.hpp"
#include "transfer/lines.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

/// Archives in memory, to be taken from databases, spoiled, and given to others.
namespace extsrc::transfer {

using archive = std::vector<std::string>;

/// An observer that breaks a transfer off when it is told of a part the given number of times.
class impatient final : public observer {
public:
    explicit impatient(part during = part::storing, int times = std::numeric_limits<int>::max())
        : during_(during), left_(times) {}
    void progress(part which, std::uint64_t done, std::uint64_t total) override;

private:
    part during_;
    int left_;
};

[[nodiscard]] domain::result<archive> try_export(storage::database& from, const domain::organization_id& of);
/// One that must succeed.
[[nodiscard]] archive export_all(storage::database& from, const domain::organization_id& of);
[[nodiscard]] domain::result<import_report> try_import(storage::database& into, const archive& lines,
                                                       impatient watching = impatient());

/// The archive with its last line made anew, as if it had been exported so.
[[nodiscard]] archive sealed(archive lines);
/// The number, from 0, of the first line that holds the text.
[[nodiscard]] std::size_t line_with(const archive& lines, std::string_view text);
/// The line with one text in place of another, which it has.
[[nodiscard]] std::string changed(std::string line, std::string_view from, std::string_view to);

}  // namespace extsrc::transfer
