// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "entry/current.hpp"
#include "entry/event_publisher.hpp"
#include "entry/host_link.hpp"
#include "entry/settings.hpp"
#include "handlers/context.hpp"
#include "handlers/operations.hpp"
#include "identity/answer_memory.hpp"
#include "identity/resolver.hpp"
#include "storage/database.hpp"
#include "storage/lease_terms.hpp"

#include <ccp/ccp.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace extsrc::entry {

/// What lives from start to stop: the database, and everything that works on it.
class runtime {
public:
    /// Opens the database and brings its schema as far forward as other builds that serve on it allow.
    /// @param lease its times alone are used  @throws storage::failure
    runtime(const host_link& host, settings with, storage::deadline until, const storage::lease_terms& lease = {});

    /// Registers every operation and the identity hook, which then call into this object. @return status of the host
    [[nodiscard]] std::int32_t register_with(const ccp_registry_v1& registry);

    /// Takes over other settings: calls that begin from now on go by them, those under way by the ones they began with.
    /// [main] @throws needs_reload when something differs that takes a new instance; the old ones stay in force wholly
    void configure(const settings& next);

    /// Asks the database; writes what it says, or why this build cannot serve on it, to `detail`.
    /// @return CCP_E_UNAVAILABLE when its schema no longer admits this build  @throws storage::failure
    [[nodiscard]] std::int32_t health(storage::deadline until, const ccp_sink& detail);

    /// Contracts the schema, if nobody else serves who needs the old form. [main] @throws storage::failure
    void predecessor_gone(storage::deadline until);

    /// Ends tasks that are under way at their next step.
    void drain() { draining_ = true; }
    /// Publishes the events that wait, until the deadline; those left over are dropped and counted. Then leaves those who serve
    /// on the database, if the deadline allows. Nothing may write any more.
    void finish(storage::deadline until);

    /// Runs a task of the manifest's. @return CCP_E_NOT_FOUND for another, CCP_E_BUSY while it is under way @throws
    /// storage::failure
    [[nodiscard]] std::int32_t run_task(std::string_view task, storage::deadline until, const ccp_sink& report);

    /// An organization leaves or enters, as ccp_ext_transfer_v1 says. @throws storage::failure
    [[nodiscard]] std::int32_t export_organization(std::string_view organization, const ccp_transfer_watch_v1& watch,
                                                   storage::deadline until, const ccp_sink& lines);
    [[nodiscard]] std::int32_t import_organization(const ccp_line_source_v1& archive, const ccp_transfer_watch_v1& watch,
                                                   storage::deadline until, const ccp_sink& report);

private:
    // What the host hands back with each call of one operation.
    struct bound_operation {
        runtime* self;
        const handlers::operation* operation;
    };

    // What a call works with, as one configuration has it.
    struct setup {
        handlers::context context;
        identity::resolver resolver;
    };

    [[nodiscard]] std::shared_ptr<const setup> set_up(const settings& with);
    [[nodiscard]] std::int32_t add(const ccp_registry_v1& registry, bound_operation& bound);
    static std::int32_t handle(void* ctx, const ccp_request_v1* request, const ccp_response_v1* response) noexcept;
    static std::int32_t resolve_interaction(void* ctx, const ccp_interaction_v1* interaction,
                                            ccp_resolution_v1* resolution) noexcept;
    void take_note(const std::vector<storage::change>& changes);
    void count(const ccp_resolution_v1& resolution, domain::timestamp began);

    const host_link& host_;
    const settings started_with_;
    identity::answer_memory memory_;
    storage::database database_;
    const handlers::cursor_codec cursors_;
    current<setup> setup_;
    std::optional<event_publisher> events_;  // after the database it reads
    std::vector<bound_operation> bound_;
    std::mutex expiring_;
    std::mutex contracting_;
    std::atomic<bool> draining_ = false;
    std::array<std::uint32_t, 6> outcome_counters_{};
    std::uint32_t resolve_seconds_ = 0;
};

}  // namespace extsrc::entry
