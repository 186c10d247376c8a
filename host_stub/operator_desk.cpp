// SPDX-License-Identifier: BSL-1.0
#include "operator_desk.hpp"

#include "hangup.hpp"

namespace ccphost {
namespace {

constexpr std::chrono::milliseconds task_time{60'000};

}  // namespace

operator_desk::operator_desk(const host_config& config, plugin_runtime& runtime, const std::string& address)
    : runtime_(runtime),
      reloads_(runtime.plugins, runtime.counters),
      config_(config, runtime.plugins, reloads_),
      runner_(runtime.plugins, runtime.board, runtime.counters, task_time),
      background_(reloads_),
      plugin_commands_(runtime.plugins, reloads_, background_),
      task_commands_(runtime.board, runner_),
      table_({.version = CCP_HOST_VERSION,
              .address = address,
              .plugins = runtime.plugins,
              .counters = runtime.counters,
              .events = runtime.events},
             commands()),
      timer_(runtime.board, runner_) {}

command_map operator_desk::commands() {
    command_map all;
    plugin_commands_.add_to(all);
    task_commands_.add_to(all);
    config_.add_to(all);
    return all;
}

result<void> operator_desk::open(const std::filesystem::path& socket) {
    auto started = control_server::start(socket, table_);
    if (!started) return started.error();
    control_ = std::move(*started);
    return {};
}

void operator_desk::hang_up() {
    background_.post([this] { take_in_changes(config_, runtime_.plugins, reloads_); });
}

void operator_desk::stop_operations() {
    timer_.stop();
    reloads_.close();
    background_.stop();
}

void operator_desk::close() {
    control_.reset();
}

}  // namespace ccphost
