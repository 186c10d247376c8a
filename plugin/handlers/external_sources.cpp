// SPDX-License-Identifier: BSL-1.0
#include "handlers/external_sources.hpp"

#include "domain/unicode_text.hpp"
#include "handlers/external_source_json.hpp"
#include "handlers/json_reader.hpp"
#include "handlers/paths.hpp"
#include "handlers/query.hpp"
#include "storage/change_log.hpp"
#include "storage/source_repository.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

domain::error no_such_source() {
    return domain::failure(domain::errc::not_found, "There is no such external source.");
}

std::optional<domain::source_id> source_of(const request& asked) {
    return domain::source_id::parse(asked.path_parameter("externalSourceId"));
}

domain::result<external_source_draft> read_draft(const request& asked) {
    const auto body = parse_body(asked.body);
    if (!body) return body.error();
    return read_external_source(*body);
}

// A free slot when one is needed. Fails on a name that is taken, and on the eleventh active source.
domain::result<std::optional<int>> reserve(storage::source_repository& sources, const domain::organization_id& organization,
                                           const domain::external_source& source, bool needs_slot) {
    if (sources.name_taken(organization, source.name.folded(), source.id)) return domain::source_name_taken(source.name);
    if (!needs_slot) return std::optional<int>();
    const auto slot = sources.free_slot(organization);
    if (!slot) return domain::too_many_active_sources();
    return slot;
}

std::string next_page(const context& with, const request& asked, const std::string& listing, std::size_t limit,
                      const domain::external_source& last, json::object& page) {
    const auto after = with.cursors.make(listing, asked.organization, last.name.folded(), with.wall_clock());
    page["cursors"] = {{"after", after}};
    return with_query(paths::external_sources, {{"cursor", after},
                                                {"limit", std::to_string(limit)},
                                                {"name", std::string(asked.query_parameter("name"))},
                                                {"active", std::string(asked.query_parameter("active"))}});
}

}  // namespace

answer list_external_sources(const context& with, const request& asked) {
    const auto limit = read_limit(asked);
    if (!limit) return limit.error();
    const auto active = read_flag(asked, "active");
    if (!active) return active.error();
    const auto prefix = domain::single_line("name", asked.query_parameter("name"), domain::source_name::max_length);
    if (!prefix) return prefix.error();
    storage::source_repository::listing wanted{domain::fold_case(*prefix), *active, {}, *limit + 1};
    const std::string listing = "externalsources|" + std::string(asked.query_parameter("active")) + "|" + wanted.folded_prefix;
    auto after = with.cursors.read(asked.query_parameter("cursor"), listing, asked.organization, with.wall_clock());
    if (!after) return after.error();
    wanted.after_folded = std::move(*after);

    const auto found = with.database.read(asked.until, [&](storage::transaction& open) {
        return storage::source_repository(open).list(asked.organization, wanted);
    });
    json::object page;
    json::array& entities = page["entities"].emplace_array();
    for (std::size_t i = 0; i < std::min(found.size(), *limit); ++i) entities.push_back(render(found[i]));
    page["selfUri"] = paths::external_sources;
    page["cursors"].emplace_object();
    if (found.size() > *limit) page["nextUri"] = next_page(with, asked, listing, *limit, found[*limit - 1], page);
    return reply(json::serialize(page));
}

answer create_external_source(const context& with, const request& asked) {
    auto draft = read_draft(asked);
    if (!draft) return draft.error();
    const domain::external_source source{domain::source_id::random(), draft->name, draft->active.value_or(true), draft->link};
    const auto created =
        with.database.write(asked.organization, asked.until, [&](storage::transaction& open) -> domain::result<void> {
            storage::source_repository sources(open);
            const auto slot = reserve(sources, asked.organization, source, source.active);
            if (!slot) return slot.error();
            sources.insert(asked.organization, source, *slot, with.wall_clock());
            return {};
        });
    if (!created) return created.error();
    return reply(json::serialize(render(source)));
}

answer get_external_source(const context& with, const request& asked) {
    const auto id = source_of(asked);
    if (!id) return no_such_source();
    const auto source = with.database.read(asked.until, [&](storage::transaction& open) {
        return storage::source_repository(open).find(asked.organization, *id);
    });
    if (!source) return no_such_source();
    return reply(json::serialize(render(*source)));
}

answer replace_external_source(const context& with, const request& asked) {
    const auto id = source_of(asked);
    if (!id) return no_such_source();
    auto draft = read_draft(asked);
    if (!draft) return draft.error();
    const auto replaced = with.database.write(
        asked.organization, asked.until, [&](storage::transaction& open) -> domain::result<domain::external_source> {
            storage::source_repository sources(open);
            const auto before = sources.find(asked.organization, *id);
            if (!before) return no_such_source();
            domain::external_source after{*id, draft->name, draft->active.value_or(before->active), draft->link};
            const auto slot = reserve(sources, asked.organization, after, after.active && !before->active);
            if (!slot) return slot.error();
            const auto now = with.wall_clock();
            sources.update(asked.organization, after, now);
            if (*slot) sources.activate(asked.organization, *id, **slot);
            if (before->active && !after.active) sources.disable(asked.organization, *id);
            storage::change_log(open).append(asked.organization, storage::change_kind::external_source, id->text(), now);
            return after;
        });
    if (!replaced) return replaced.error();
    return reply(json::serialize(render(*replaced)));
}

answer delete_external_source(const context& with, const request& asked) {
    const auto id = source_of(asked);
    if (!id) return no_such_source();
    const auto deleted =
        with.database.write(asked.organization, asked.until, [&](storage::transaction& open) -> domain::result<void> {
            storage::source_repository sources(open);
            if (!sources.find(asked.organization, *id)) return no_such_source();
            const auto now = with.wall_clock();
            sources.remove(asked.organization, *id, now);
            storage::change_log(open).append(asked.organization, storage::change_kind::external_source, id->text(), now);
            return {};
        });
    if (!deleted) return deleted.error();
    return reply("{}");
}

}  // namespace extsrc::handlers
