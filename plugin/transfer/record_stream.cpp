// SPDX-License-Identifier: BSL-1.0
#include "transfer/record_stream.hpp"

#include "storage/organization_reader.hpp"

#include <string>
#include <utility>

namespace extsrc::transfer {
namespace {

using storage::organization_reader;

// @param next the page after a key   @param key_of what the page after a row comes after
template <class Key, class Next, class KeyOf>
void stream_pages(const std::function<void(const record&)>& take, const Next& next, const KeyOf& key_of) {
    Key after{};
    for (bool more = true; more;) {
        auto rows = next(after);
        more = rows.size() == organization_reader::page;
        if (more) after = key_of(rows.back());
        for (auto& row : rows) take(std::move(row));
    }
}

}  // namespace

void stream_records(storage::transaction& open, const domain::organization_id& of,
                    const std::function<void(const record&)>& take) {
    organization_reader reader(open, of);
    const auto id = [](const auto& row) { return row.id; };
    const auto interaction = [](const auto& row) { return row.interaction_id; };
    take(organization_row{reader.generation()});
    stream_pages<std::string>(
        take, [&](const auto& after) { return reader.sources(after); }, id);
    stream_pages<std::string>(
        take, [&](const auto& after) { return reader.contacts(after); }, id);
    stream_pages<std::string>(
        take, [&](const auto& after) { return reader.links(after); }, interaction);
    stream_pages<std::string>(
        take, [&](const auto& after) { return reader.decisions(after); }, interaction);
    for (auto& row : reader.resolutions()) take(std::move(row));
    stream_pages<std::int64_t>(
        take, [&](const auto& after) { return reader.changes(after); }, [](const auto& row) { return row.generation; });
}

}  // namespace extsrc::transfer
