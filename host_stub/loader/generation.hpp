// SPDX-License-Identifier: BSL-1.0
/// @file One plugin instance from its library to its end: the unit that a reload replaces.
#pragma once

#include "control_thread.hpp"
#include "host_services.hpp"
#include "plugin_library.hpp"
#include "route_table.hpp"
#include "staged_registry.hpp"

#include <ccp/ext/tasks.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace ccphost {

/// Where a generation is in its life.
enum class generation_state { loaded, running, draining, stopped, unloaded, lingering };

/// The state's name as operators read it.
std::string_view name_of(generation_state state) noexcept;

/// How long each step of a generation's life may take.
struct lifecycle_deadlines {
    std::chrono::milliseconds start{30'000};
    std::chrono::milliseconds health{5'000};
    std::chrono::milliseconds grace{2'000};  ///< after they were cancelled
    std::chrono::milliseconds stop{10'000};
};

/// What a health query answered.
struct health_report {
    bool up = false;
    std::string detail;  ///< the plugin's JSON, or a sentence
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
class generation : public std::enable_shared_from_this<generation> {
public:
    /// Loads the library, creates and starts an instance, and checks that it registered what its manifest lists. After a
    /// failure nothing is left behind, unless a step overran its deadline (see control_thread::stuck).
    /// @param control outlives the generation   @param number from 1, never used twice in a process
    static result<std::shared_ptr<generation>> start(manifest listed, boost::json::value config, std::uint16_t number,
                                                     shared_services shared, control_thread& control,
                                                     lifecycle_deadlines deadlines);

    generation(const generation&) = delete;
    generation& operator=(const generation&) = delete;
    ~generation();

    /// Asks the instance. [any thread, with a pin]
    [[nodiscard]] health_report health() const;
    /// Drain, waits for requests in flight, cancels what is late, then stop, destroy, unload. No new pin may be taken any more.
    /// @param drain how long requests in flight may take
    /// A failure leaves the library mapped, state `lingering` when the instance could not be stopped.
    result<void> retire(std::chrono::milliseconds drain);

    [[nodiscard]] const manifest& listed() const noexcept { return manifest_; }
    [[nodiscard]] std::uint16_t number() const noexcept { return number_; }
    [[nodiscard]] generation_state state() const noexcept { return state_; }
    [[nodiscard]] std::chrono::system_clock::time_point since() const noexcept { return since_; }
    [[nodiscard]] std::size_t in_flight() const;
    /// The descriptor's free text about the build.
    [[nodiscard]] const std::string& build() const noexcept { return build_; }
    [[nodiscard]] const route_table& routes() const noexcept { return *routes_; }
    [[nodiscard]] const std::optional<ccp_identity_hook_v1>& identity_hook() const noexcept {
        return registry_.identity_hook();
    }
    /// The plugin's tasks; null when the manifest lists none. To be called with a pin.
    [[nodiscard]] const ccp_ext_tasks_v1* tasks() const noexcept { return tasks_; }
    [[nodiscard]] host_services& services() noexcept { return services_; }

private:
    friend class pin;
    friend class generation_slot;

    generation(manifest listed, boost::json::value config, std::uint16_t number, shared_services shared,
               control_thread& control, lifecycle_deadlines deadlines);

    result<void> open();
    [[nodiscard]] result<void> check_extensions() const;
    result<void> run_create();
    result<void> run_start();
    result<void> take_tasks();
    result<void> end_instance();
    bool wait_idle(std::chrono::milliseconds deadline);
    bool on_control(std::chrono::milliseconds deadline, std::function<void(generation&)> task);
    failure failed(step where, std::int32_t status, const std::string& text) const;
    void enter() noexcept;
    void leave() noexcept;

    manifest manifest_;
    std::uint16_t number_;
    control_thread& control_;
    lifecycle_deadlines deadlines_;
    host_services services_;
    staged_registry registry_;
    std::optional<plugin_library> library_;
    const ccp_plugin_v1* plugin_ = nullptr;
    const ccp_ext_tasks_v1* tasks_ = nullptr;
    std::unique_ptr<const route_table> routes_;
    std::string build_;
    std::atomic<generation_state> state_ = generation_state::loaded;
    std::chrono::system_clock::time_point since_ = std::chrono::system_clock::now();
    mutable std::mutex mutex_;
    std::condition_variable idle_;
    std::size_t in_flight_ = 0;
};

}  // namespace ccphost
