// SPDX-License-Identifier: BSL-1.0
#include "transfer/exporter.hpp"

#include "storage/import_progress.hpp"
#include "storage/organization_reader.hpp"
#include "transfer/digest.hpp"
#include "transfer/record_stream.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace extsrc::transfer {
namespace {

constexpr std::uint64_t lines_between_reports = 256;
// The first line, and the organization's own.
constexpr std::uint64_t lines_besides_rows = 2;

// Why there is nothing to be exported, or nothing.
domain::result<void> check_exportable(storage::transaction& open, const domain::organization_id& of) {
    if (const auto state = storage::import_progress(open).find(of); state && !state->complete)
        return domain::failure(domain::errc::conflict, "the import of organization " + of.text() +
                                                           " is not complete; import the same archive again first");
    if (storage::organization_reader(open, of).empty())
        return domain::failure(domain::errc::not_found, "the database has nothing of organization " + of.text());
    return {};
}

class export_run {
public:
    export_run(storage::transaction& open, const domain::organization_id& of, line_sink& lines, observer& watching,
               storage::deadline until)
        : open_(open), of_(of), lines_(lines), watching_(watching), until_(until) {}

    archive_end write(int schema_version) {
        total_ = storage::organization_reader(open_, of_).size() + lines_besides_rows;
        put(render(archive_head{of_, schema_version}));
        stream_records(open_, of_, [this](const record& one) {
            ++end_.counts.at(one.index());
            put(render(one));
        });
        end_.sha256 = digest_.take();
        lines_.put(render(end_));
        watching_.progress(part::exporting, total_, total_);
        return end_;
    }

private:
    void put(const std::string& line) {
        digest_.add_line(line);
        lines_.put(line);
        if (done_++ % lines_between_reports != 0) return;
        watching_.progress(part::exporting, done_, total_);
        if (std::chrono::steady_clock::now() > until_)
            throw storage::failure(storage::failure_kind::timed_out, "the export was not complete by its deadline");
    }

    storage::transaction& open_;
    const domain::organization_id& of_;
    line_sink& lines_;
    observer& watching_;
    const storage::deadline until_;
    digest digest_;
    archive_end end_;
    std::uint64_t done_ = 0;
    std::uint64_t total_ = 0;
};

}  // namespace

domain::result<archive_end> export_organization(storage::database& from, const domain::organization_id& of, line_sink& lines,
                                                observer& watching, storage::deadline until) {
    const int schema_version = from.schema_version(until);
    bool begun = false;
    return from.read(until, [&](storage::transaction& open) -> domain::result<archive_end> {
        if (auto exportable = check_exportable(open, of); !exportable) return exportable.error();
        // A snapshot that is taken anew is another one, and lines were written already.
        if (begun)
            throw storage::failure(storage::failure_kind::unavailable, "the connection broke in the middle of the export");
        begun = true;
        return export_run(open, of, lines, watching, until).write(schema_version);
    });
}

}  // namespace extsrc::transfer
