// SPDX-License-Identifier: BSL-1.0
#include "transfer.hpp"

#include "archive_lines.hpp"
#include "complete_file.hpp"
#include "loader/c_text.hpp"
#include "loader/guarded_call.hpp"
#include "loader/one_line.hpp"
#include "loader/text_sink.hpp"
#include "transfer_progress.hpp"

#include <cstdio>
#include <utility>

namespace ccphost {
namespace {

std::int64_t deadline_after(std::chrono::seconds span) {
    return mono_now_ns() + std::chrono::nanoseconds(span).count();
}

transfer_outcome failed(const failure& why) {
    return {transfer_end::failed, why.text()};
}

// What became of a call that did not succeed.
transfer_outcome unsuccessful(generation& in, std::int32_t status, const std::string& error) {
    const bool refused = status == CCP_E_ARGUMENT || status == CCP_E_CONFLICT || status == CCP_E_NOT_FOUND;
    const auto text = error.empty() ? status_text(status) : error;
    return {refused ? transfer_end::refused : transfer_end::failed,
            failure{step::transfer, in.listed().id + ": " + text}.text()};
}

// Where the lines of an export go.
struct line_file {
    complete_file file;
    std::uint64_t lines = 0;
    ccp_sink table;

    explicit line_file(const std::filesystem::path& place) : file(place), table{header_of<ccp_sink>(), this, &write} {}
    static std::int32_t write(void* ctx, ccp_str bytes) noexcept {
        auto& self = *static_cast<line_file*>(ctx);
        ++self.lines;
        return self.file.write(from_c(bytes)) ? CCP_OK : CCP_E_IO;
    }
};

transfer_outcome exported(line_file& to, const export_options& options) {
    if (const auto complete = to.file.complete(); !complete) return failed(complete.error());
    return {transfer_end::done, "exported organization " + options.organization + " to " + options.output.string() + ": " +
                                    std::to_string(to.lines) + " lines"};
}

}  // namespace

transfer_outcome export_organization(generation& from, const export_options& options, const std::atomic<bool>& stopping) {
    const auto offered = from.transfer();
    if (!offered) return failed(offered.error());
    line_file to(options.output);
    if (const auto begun = to.file.begin(); !begun) return failed(begun.error());
    if (to.file.found_remains())
        std::fputs("ccp-host: what an earlier export left is of a moment that is gone; it begins anew\n", stderr);
    std::int32_t status = CCP_OK;
    {
        transfer_progress progress(stopping, nullptr);
        status = guarded_call(from.services(), [&] {
            const auto& table = **offered;
            return table.export_organization(table.ctx, to_c(options.organization), &progress.table(),
                                             deadline_after(options.time_limit), &to.table);
        });
    }
    const auto error = from.services().take_error();
    return status == CCP_OK ? exported(to, options) : unsuccessful(from, status, error);
}

transfer_outcome import_organization(generation& into, const import_options& options, const std::atomic<bool>& stopping) {
    const auto offered = into.transfer();
    if (!offered) return failed(offered.error());
    archive_lines archive(options.input);
    if (!archive.opened()) return failed({step::transfer, options.input.string() + " cannot be read"});
    text_sink report;
    std::int32_t status = CCP_OK;
    {
        transfer_progress progress(stopping, &archive);
        status = guarded_call(into.services(), [&] {
            const auto& table = **offered;
            return table.import_organization(table.ctx, &archive.table(), &progress.table(), deadline_after(options.time_limit),
                                             &report.table());
        });
    }
    const auto error = into.services().take_error();
    if (status != CCP_OK) return unsuccessful(into, status, error);
    return {transfer_end::done, "imported and verified " + options.input.string() + ": " + one_line(report.take())};
}

}  // namespace ccphost
