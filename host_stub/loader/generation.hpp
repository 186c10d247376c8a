// SPDX-License-Identifier: BSL-1.0
/// @file One plugin instance from its library to its end: the unit that a reload replaces.
#pragma once

#include "call_record.hpp"
#include "console_offer.hpp"
#include "control_thread.hpp"
#include "host_services.hpp"
#include "lifecycle_deadlines.hpp"
#include "plugin_library.hpp"
#include "route_table.hpp"
#include "staged_registry.hpp"
#include "step_log.hpp"
#include "thread_census.hpp"

#include <ccp/ext/tasks.h>
#include <ccp/ext/transfer.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace ccphost {

/// Where a generation is in its life.
enum class generation_state {
    loaded,
    running,
    draining,
    stopped,
    unloaded,
    pinned,    ///< ended, but its library stays in memory
    lingering  ///< something of it may still run, so that its library must stay
};

/// The state's name as operators read it.
std::string_view name_of(generation_state state) noexcept;

/// What a health query answered.
struct health_report {
    bool up = false;
    std::string detail;  ///< the plugin's JSON, or a sentence
};

/// What became of a configuration.
enum class configured {
    at_once,
    after_reload  ///< it is usable, but this instance goes on with the one it has
};

class generation;
/// Keeps a generation in use: nothing of it ends while a pin exists. Move-only.
class pin {
public:
    pin(pin&& other) noexcept = default;
    pin& operator=(pin&&) = delete;
    ~pin();
    [[nodiscard]] generation& operator*() const noexcept { return *pinned_; }
    [[nodiscard]] generation* operator->() const noexcept { return pinned_.get(); }

private:
    friend class generation_slot;
    explicit pin(std::shared_ptr<generation> pinned) noexcept : pinned_(std::move(pinned)) {}
    std::shared_ptr<generation> pinned_;
};

/// A plugin instance with everything it registered. Its end is the explicit retire(), never a destructor: the last reference
/// may go on a thread that has plugin frames on its stack.
///
/// Life-cycle functions take a log for the steps they take; none is called at the same time as another. A step that overran its
/// deadline leaves the generation lingering: whoever holds it must then keep it (see lingering_list).
class generation : public std::enable_shared_from_this<generation> {
public:
    using log = std::shared_ptr<step_log>;

    /// Loads nothing yet. @param number never used twice in a process
    static std::shared_ptr<generation> make(manifest listed, config_snapshot config, std::uint32_t number,
                                            shared_services shared, lifecycle_deadlines deadlines);

    generation(const generation&) = delete;
    generation& operator=(const generation&) = delete;
    ~generation();

    /// Loads the library, creates and starts an instance, and checks that it registered what its manifest lists. After a
    /// failure the instance has been ended again, unless the state says that it lingers.
    result<void> start(const log& steps);
    /// Asks the instance for its health on its control thread. A failure changes nothing.
    result<void> prove_health(const log& steps);
    /// Has the running instance take over a configuration, wholly or not at all.
    result<configured> configure(const config_snapshot& next, const log& steps);
    /// Tells the instance that the one it replaced has ended. A failure is for operators to know.
    result<void> tell_predecessor_gone(const log& steps);
    /// Ends an instance that was never published, or one that lingered and may have come to rest: drain if that was not done,
    /// stop, destroy, unload. Does nothing once it has ended.
    result<void> end(const log& steps);
    /// Drain, waits for calls in flight, cancels what is late, then end(). No new pin may be taken any more.
    /// @param drain how long calls in flight may take   @param hurried cuts that short once it is true; null for never
    /// @return a failure when the state is pinned or lingering
    result<void> retire(std::chrono::milliseconds drain, const log& steps, const std::atomic<bool>* hurried = nullptr);

    /// Asks the instance. [any thread, with a pin]
    [[nodiscard]] health_report health() const;

    [[nodiscard]] const manifest& listed() const noexcept { return manifest_; }
    [[nodiscard]] std::uint32_t number() const noexcept { return number_; }
    [[nodiscard]] generation_state state() const noexcept { return state_; }
    [[nodiscard]] std::chrono::system_clock::time_point since() const noexcept { return since_; }
    /// Pins that exist.
    [[nodiscard]] std::size_t in_flight() const;
    [[nodiscard]] call_record& calls() noexcept { return calls_; }
    /// The descriptor's free text about the build.
    [[nodiscard]] std::string build() const;
    /// The private copy that was loaded; empty before.
    [[nodiscard]] std::filesystem::path staged_file() const;
    [[nodiscard]] const route_table& routes() const noexcept { return *routes_; }
    [[nodiscard]] const std::optional<ccp_identity_hook_v1>& identity_hook() const noexcept {
        return registry_.identity_hook();
    }
    /// The plugin's tasks; null when the manifest lists none. To be called with a pin.
    [[nodiscard]] const ccp_ext_tasks_v1* tasks() const noexcept { return tasks_; }
    /// What the plugin brings into the admin console; empty when it brings nothing.
    [[nodiscard]] const console_offer& console() const noexcept { return console_; }
    /// The plugin's ccp.transfer/1. Fails when it offers none that can be used. To be called with a pin.
    [[nodiscard]] result<const ccp_ext_transfer_v1*> transfer() const;
    [[nodiscard]] host_services& services() noexcept { return services_; }
    /// Takes out the private copy of the library of a generation that is unloaded.
    [[nodiscard]] std::optional<staged_library> take_staged();

private:
    friend class pin;
    friend class generation_slot;

    generation(manifest listed, config_snapshot config, std::uint32_t number, shared_services shared,
               lifecycle_deadlines deadlines);

    result<void> open(const log& steps);
    [[nodiscard]] result<void> check_extensions() const;
    result<void> run_create(const log& steps);
    result<void> run_start(const log& steps);
    result<void> take_registrations(std::int32_t status);
    result<void> take_extensions();
    void note_opened();
    [[nodiscard]] bool has_ended() const noexcept;
    failure cannot_end(failure why) noexcept;
    void drain_instance(step_log& steps);
    result<void> stop_instance(step_log& steps);
    result<void> destroy_instance(step_log& steps);
    result<void> unload(step_log& steps);
    bool wait_idle(std::chrono::milliseconds deadline, const std::atomic<bool>* hurried = nullptr);
    bool on_control(std::chrono::milliseconds deadline, std::function<void(generation&)> task);
    result<void> outcome_on_control(std::chrono::milliseconds deadline, failure overdue,
                                    std::function<result<void>(generation&)> task);
    // That a function, or an earlier one, has not returned.
    [[nodiscard]] failure overran(step where, const char* function, std::chrono::milliseconds deadline) const;
    [[nodiscard]] failure still_busy(step where) const;
    failure lingers(failure why) noexcept;
    failure failed(step where, std::int32_t status, const std::string& text) const;
    void enter() noexcept;
    void leave() noexcept;

    manifest manifest_;
    std::uint32_t number_;
    lifecycle_deadlines deadlines_;
    host_services services_;
    staged_registry registry_;
    std::optional<plugin_library> library_;
    std::filesystem::path staged_file_;
    const ccp_plugin_v1* plugin_ = nullptr;
    const ccp_ext_tasks_v1* tasks_ = nullptr;
    console_offer console_;
    std::unique_ptr<const route_table> routes_;
    std::string build_;
    thread_census threads_;
    call_record calls_;
    std::atomic<generation_state> state_ = generation_state::loaded;
    std::chrono::system_clock::time_point since_ = std::chrono::system_clock::now();
    mutable std::mutex mutex_;
    std::condition_variable idle_;
    std::size_t in_flight_ = 0;
    bool started_ = false;  // this and the next two are used when the control thread is at rest, or on it
    bool drained_ = false;
    bool endable_ = true;     // false once it failed to stop: then nothing is known of what it still does
    control_thread control_;  // last: nothing it uses goes before it
};

}  // namespace ccphost
