// SPDX-License-Identifier: BSL-1.0
#include "entry/runtime.hpp"

#include "entry/guard.hpp"
#include "entry/identity_adapter.hpp"
#include "entry/request_adapter.hpp"
#include "entry/transfer_adapter.hpp"
#include "identity/expiry.hpp"
#include "storage/search_backfill.hpp"
#include "storage/shared_values.hpp"

#include <boost/json.hpp>

#include <chrono>
#include <string>
#include <utility>

namespace extsrc::entry {
namespace {

constexpr std::string_view expiry_task = "expiry";
constexpr std::string_view schema_task = "schema";

storage::lease_terms on_host(const host_link& host, const storage::lease_terms& times) {
    storage::lease_terms terms = times;
    terms.now = [&host] { return host.wall_clock(); };
    terms.on_refusal = [&host](const std::string& why) {
        host.log(CCP_LOG_ERROR, "storage", "this build cannot serve any more: the schema went on without it",
                 {{"reason", why}});
    };
    return terms;
}

// All processes on one database sign cursors with one key, so that a listing can go on at another.
std::string shared_cursor_key(storage::database& database, storage::deadline until) {
    const auto key = database.write(until, [](storage::transaction& open) -> domain::result<std::string> {
        return storage::shared_values(open).get_or_insert("cursor_key", handlers::cursor_codec::random_key());
    });
    return *key;
}

std::int32_t write(const ccp_sink& detail, const boost::json::object& state) {
    return detail.write(detail.ctx, to_c(boost::json::serialize(state)));
}

boost::json::object to_json(const storage::contraction& made) {
    return {{"contracted", made.contracted}, {"waiting", made.waiting}};
}

// Runs work of which one at a time is enough.
template <class Work>
std::int32_t alone(std::mutex& under_way, Work&& work) {
    const std::unique_lock lock(under_way, std::try_to_lock);
    return lock ? work() : CCP_E_BUSY;
}

}  // namespace

runtime::runtime(const host_link& host, settings with, storage::deadline until, const storage::lease_terms& lease)
    : host_(host),
      started_with_(std::move(with)),
      database_(started_with_.database, started_with_.database_sessions, until, on_host(host, lease)),
      cursors_(shared_cursor_key(database_, until)),
      setup_(set_up(started_with_)) {
    storage::index_contacts_of_older_schema(database_, until);
    if (host.has_events()) events_.emplace(host, database_);
    database_.observe([this](const std::vector<storage::change>& changes) { take_note(changes); });
    for (const auto& operation : handlers::operations()) bound_.push_back({this, &operation});
    for (std::size_t i = 0; i < outcome_counters_.size(); ++i)
        outcome_counters_[i] =
            host.define_metric(CCP_METRIC_COUNTER, "extsrc_resolved_interactions_total", "Interactions answered by outcome",
                               {{"outcome", domain::to_string(static_cast<domain::outcome>(i))}});
    resolve_seconds_ = host.define_metric(CCP_METRIC_HISTOGRAM, "extsrc_resolve_seconds", "Time to resolve an interaction");
}

std::shared_ptr<const runtime::setup> runtime::set_up(const settings& with) {
    const identity::channel_policy channels(with.disabled_channels, with.several_matches);
    const auto clock = [&host = host_] { return host.wall_clock(); };
    return std::make_shared<const setup>(setup{{database_, cursors_, with.phone_region, clock, channels},
                                               identity::resolver(database_, channels, clock, &memory_)});
}

void runtime::take_note(const std::vector<storage::change>& changes) {
    for (const auto& change : changes)
        if (change.kind == storage::change_kind::contact) memory_.forget(domain::contact_id::trusted(change.subject_id));
    if (events_) events_->tell(changes);
}

void runtime::configure(const settings& next) {
    if (next.database != started_with_.database) throw needs_reload("another database needs a reload of the plugin");
    if (next.database_sessions != started_with_.database_sessions)
        throw needs_reload("another number of databaseSessions needs a reload of the plugin");
    setup_.replace(set_up(next));
    memory_.clear();
}

std::int32_t runtime::register_with(const ccp_registry_v1& registry) {
    for (auto& bound : bound_)
        if (const auto status = add(registry, bound); status != CCP_OK) return status;
    const ccp_identity_hook_v1 hook{CCP_HEADER_INIT(ccp_identity_hook_v1), this, resolve_interaction};
    return registry.set_identity_hook(registry.ctx, &hook);
}

std::int32_t runtime::add(const ccp_registry_v1& registry, bound_operation& bound) {
    const auto& operation = *bound.operation;
    std::vector<ccp_str> permissions;
    for (const auto permission : operation.permissions) permissions.push_back(to_c(permission));
    ccp_handler_v1 handler{};
    handler.header = CCP_HEADER_INIT(ccp_handler_v1);
    handler.operation_id = to_c(operation.id);
    handler.method = to_c(operation.method);
    handler.path = to_c(operation.path);
    handler.permission_rule = operation.rule == handlers::permission_rule::any ? CCP_PERMISSION_ANY : CCP_PERMISSION_ALL;
    handler.permissions = permissions.data();
    handler.permission_count = permissions.size();
    handler.ctx = &bound;
    handler.handle = handle;
    return registry.add_handler(registry.ctx, &handler);
}

std::int32_t runtime::health(storage::deadline until, const ccp_sink& detail) {
    try {
        const int version = database_.schema_version(until);
        boost::json::object state{{"database", "up"}, {"schemaVersion", version}};
        if (const auto waiting = database_.steps_after(version); !waiting.empty())
            state["waitingSteps"] = boost::json::value_from(waiting);
        const auto refused = database_.refusal();
        if (refused) state["reason"] = *refused;
        const auto written = write(detail, state);
        return refused ? CCP_E_UNAVAILABLE : written;
    } catch (const storage::failure& failed) {
        write(detail, {{"database", "down"}, {"reason", failed.what()}});
        throw;
    }
}

void runtime::predecessor_gone(storage::deadline until) {
    const auto made = database_.contract(until, draining_);
    host_.log(CCP_LOG_INFO, "storage", "the schema was contracted as far as other builds that serve allow",
              {{"contracted", std::to_string(made.contracted)}, {"waiting", std::to_string(made.waiting)}});
}

void runtime::finish(storage::deadline until) {
    if (events_) events_->finish(until);
    database_.stop_serving(until);
}

std::int32_t runtime::run_task(std::string_view task, storage::deadline until, const ccp_sink& report) {
    if (task == expiry_task)
        return alone(expiring_, [&] {
            const auto removed = identity::remove_expired(database_, host_.wall_clock(), until, draining_);
            database_.forget_write_records(until);
            return write(report, {{"removed", removed}});
        });
    if (task == schema_task)
        return alone(contracting_, [&] { return write(report, to_json(database_.contract(until, draining_))); });
    return CCP_E_NOT_FOUND;
}

std::int32_t runtime::export_organization(std::string_view organization, const ccp_transfer_watch_v1& watch,
                                          storage::deadline until, const ccp_sink& lines) {
    host_watch watching(watch, draining_);
    return entry::export_organization(host_, database_, organization, watching, until, lines);
}

std::int32_t runtime::import_organization(const ccp_line_source_v1& archive, const ccp_transfer_watch_v1& watch,
                                          storage::deadline until, const ccp_sink& report) {
    host_watch watching(watch, draining_);
    return entry::import_organization(host_, database_, archive, watching, until, report);
}

std::int32_t runtime::handle(void* ctx, const ccp_request_v1* request, const ccp_response_v1* response) noexcept {
    const auto& bound = *static_cast<bound_operation*>(ctx);
    const auto& self = *bound.self;
    return guard(self.host_, [&] {
        const auto with = self.setup_.get();
        return serve(self.host_, with->context, *bound.operation, *request, *response);
    });
}

std::int32_t runtime::resolve_interaction(void* ctx, const ccp_interaction_v1* interaction,
                                          ccp_resolution_v1* resolution) noexcept {
    auto& self = *static_cast<runtime*>(ctx);
    return guard(self.host_, [&] {
        const auto began = self.host_.wall_clock();
        const auto with = self.setup_.get();
        const auto status = resolve(self.host_, with->resolver, with->context.phone_region, *interaction, *resolution);
        self.count(*resolution, began);
        return status;
    });
}

void runtime::count(const ccp_resolution_v1& resolution, domain::timestamp began) {
    host_.update_metric(outcome_counters_.at(resolution.outcome - 1), 1);
    host_.update_metric(resolve_seconds_, static_cast<double>(host_.wall_clock() - began) / 1e6);
}

}  // namespace extsrc::entry
