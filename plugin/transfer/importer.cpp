// SPDX-License-Identifier: BSL-1.0
#include "transfer/importer.hpp"

#include "storage/organization_reader.hpp"
#include "storage/organization_writer.hpp"
#include "transfer/digest.hpp"
#include "transfer/record_stream.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace extsrc::transfer {
namespace {

using storage::import_progress;
using storage::import_state;

// Small enough not to hold others up for long.
constexpr std::size_t batch_records = 250;
constexpr std::size_t batch_bytes = std::size_t{1} << 20U;
constexpr std::uint64_t lines_between_reports = 256;
constexpr std::chrono::seconds longest_wait{60};

domain::error at_line(std::uint64_t number, const std::string& why) {
    return domain::failure(domain::errc::invalid, "line " + std::to_string(number) + ": " + why);
}

domain::error conflict(std::string why) {
    return domain::failure(domain::errc::conflict, std::move(why));
}

// Sorts records by their tables.
class rows_of {
public:
    explicit rows_of(std::span<const record> records) {
        for (const auto& one : records) std::visit(*this, one);
    }
    [[nodiscard]] const storage::organization_rows& rows() const { return rows_; }

    void operator()(const organization_row& row) { rows_.generation = row.generation; }
    void operator()(const storage::source_row& row) { rows_.sources.push_back(row); }
    void operator()(const storage::contact_row& row) { rows_.contacts.push_back(row); }
    void operator()(const storage::link_row& row) { rows_.links.push_back(row); }
    void operator()(const storage::decision_row& row) { rows_.decisions.push_back(row); }
    void operator()(const storage::resolution_row& row) { rows_.resolutions.push_back(row); }
    void operator()(const storage::change_row& row) { rows_.changes.push_back(row); }

private:
    storage::organization_rows rows_;
};

}  // namespace

importer::importer(storage::database& into, line_source& archive, observer& watching, storage::deadline until)
    : database_(into), archive_(archive), watching_(watching), until_(until) {}

storage::deadline importer::patience() const {
    return std::min(until_, std::chrono::steady_clock::now() + longest_wait);
}

domain::result<import_report> importer::run() {
    if (auto sound = check(); !sound) return sound.error();
    const auto found = begin();
    if (!found) return found.error();
    const import_report report{checked_.organization, checked_.end, found->lines, found->complete};
    if (found->complete) return report;
    if (auto stored = store_rest(found->lines); !stored) return stored.error();
    if (auto same = verify(); !same) return same.error();
    return report;
}

domain::result<void> importer::check() {
    archive_check check;
    archive_.rewind();
    for (std::string_view line; archive_.next(line);) {
        if (auto taken = check.take(line); !taken) return at_line(check.lines(), taken.error().message);
        if (check.lines() % lines_between_reports == 0) watching_.progress(part::checking, check.lines(), 0);
    }
    auto whole = check.finish();
    if (!whole) return whole.error();
    checked_ = std::move(*whole);
    watching_.progress(part::checking, checked_.lines, checked_.lines);
    return {};
}

// Where to go on, which is after the first line for an import that was never begun.
domain::result<import_state> importer::begin() {
    const auto& of = checked_.organization;
    const auto work = [&](storage::transaction& open) -> domain::result<import_state> {
        import_progress progress(open);
        const auto earlier = progress.find(of);
        if (earlier && earlier->sha256 == checked_.end.sha256) return *earlier;
        if (earlier && !earlier->complete)
            return conflict("the import of another archive into organization " + of.text() +
                            " is not complete; import that one again first");
        if (!storage::organization_reader(open, of).empty())
            return conflict("organization " + of.text() + " is not empty; an archive is imported where nothing is there of it");
        const import_state begun{checked_.end.sha256, 1, false};
        progress.put(of, begun);
        return begun;
    };
    return database_.write(checked_.organization, patience(), work);
}

domain::result<void> importer::store_rest(std::uint64_t stored) {
    archive_.rewind();
    batch waiting;
    std::uint64_t number = 0;
    for (std::string_view line; archive_.next(line);) {
        if (++number <= stored || number == checked_.lines) continue;
        auto one = parse_record(line);
        if (!one) return at_line(number, one.error().message);
        waiting.records.push_back(std::move(*one));
        waiting.lines.push_back(number);
        waiting.bytes += line.size();
        if (waiting.records.size() < batch_records && waiting.bytes < batch_bytes) continue;
        if (auto done = commit(waiting, stored); !done) return done;
    }
    return commit(waiting, stored);
}

domain::result<void> importer::commit(batch& waiting, std::uint64_t& stored) {
    if (waiting.records.empty()) return {};
    const auto last = waiting.lines.back();
    try {
        if (auto done = commit(waiting.records, stored, last); !done) return done;
        stored = last;
    } catch (const storage::failure& failed) {
        if (failed.kind() != storage::failure_kind::unique_violation) throw;
        if (auto done = commit_one_by_one(waiting, stored); !done) return done;
    }
    waiting = {};
    watching_.progress(part::storing, stored, checked_.lines);
    return {};
}

// Finds the record that something is in the way of.
domain::result<void> importer::commit_one_by_one(const batch& waiting, std::uint64_t& stored) {
    for (std::size_t i = 0; i < waiting.records.size(); ++i) {
        const auto number = waiting.lines[i];
        try {
            if (auto done = commit(std::span(waiting.records).subspan(i, 1), stored, number); !done) return done;
        } catch (const storage::failure& failed) {
            if (failed.kind() != storage::failure_kind::unique_violation) throw;
            return at_line(number,
                           "another record has what only one can have: an id, a source's name or place among the active "
                           "ones, an identifier's owner");
        }
        stored = number;
    }
    return {};
}

domain::result<void> importer::commit(std::span<const record> records, std::uint64_t stored, std::uint64_t next) {
    const auto& of = checked_.organization;
    const rows_of sorted(records);
    const auto work = [&](storage::transaction& open) -> domain::result<void> {
        import_progress progress(open);
        if (progress.find(of) != import_state{checked_.end.sha256, stored, false})
            return conflict("another process imports into organization " + of.text() + " too");
        storage::insert_rows(open, of, sorted.rows());
        progress.put(of, {checked_.end.sha256, next, false});
        return {};
    };
    return database_.write(checked_.organization, patience(), work);
}

domain::result<void> importer::verify() {
    const auto& of = checked_.organization;
    const auto stored_digest = database_.read(until_, [&](storage::transaction& open) {
        digest sum;
        std::uint64_t done = 1;
        sum.add_line(checked_.head_line);
        stream_records(open, of, [&](const record& one) {
            sum.add_line(render(one));
            if (++done % lines_between_reports == 0) watching_.progress(part::verifying, done, checked_.lines);
        });
        return sum.take();
    });
    if (stored_digest != checked_.end.sha256)
        return conflict("what is stored of organization " + of.text() +
                        " is not what the archive says; did something else write there meanwhile?");
    watching_.progress(part::verifying, checked_.lines, checked_.lines);
    const auto work = [&](storage::transaction& open) -> domain::result<void> {
        import_progress(open).put(of, {checked_.end.sha256, checked_.lines, true});
        return {};
    };
    return database_.write(checked_.organization, patience(), work);
}

}  // namespace extsrc::transfer
