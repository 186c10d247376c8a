// SPDX-License-Identifier: BSL-1.0
#include "archive.hpp"

#include "fixtures/temp_database.hpp"
#include "line_lists.hpp"
#include "transfer/archive_ends.hpp"
#include "transfer/digest.hpp"
#include "transfer/exporter.hpp"

#include <algorithm>
#include <stdexcept>

namespace extsrc::transfer {
void impatient::progress(part which, std::uint64_t, std::uint64_t) {
    if (which == during_ && --left_ == 0) throw broken_off(-52, "broken off by the test");
}

domain::result<archive> try_export(storage::database& from, const domain::organization_id& of) {
    kept_lines to;
    impatient watching;
    const auto done = export_organization(from, of, to, watching, testing::soon());
    if (!done) return done.error();
    return std::move(to.lines);
}

archive export_all(storage::database& from, const domain::organization_id& of) {
    return try_export(from, of).value();
}

domain::result<import_report> try_import(storage::database& into, const archive& lines, impatient watching) {
    given_lines from(lines);
    return importer(into, from, watching, testing::soon()).run();
}

archive sealed(archive lines) {
    digest sum;
    archive_end end;
    lines.pop_back();
    for (const auto& line : lines) {
        sum.add_line(line);
        for (std::size_t i = 0; i < kinds.size(); ++i)
            if (line.starts_with(R"({"kind":")" + std::string(kinds[i]) + "\",")) ++end.counts[i];
    }
    end.sha256 = sum.take();
    lines.push_back(render(end));
    return lines;
}

std::size_t line_with(const archive& lines, std::string_view text) {
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const auto& line) { return line.find(text) != std::string::npos; });
    if (found == lines.end()) throw std::logic_error("no line holds " + std::string(text));
    return static_cast<std::size_t>(found - lines.begin());
}

std::string changed(std::string line, std::string_view from, std::string_view to) {
    const auto at = line.find(from);
    if (at == std::string::npos) throw std::logic_error("the line does not hold " + std::string(from) + ": " + line);
    return line.replace(at, from.size(), to);
}

}  // namespace extsrc::transfer
