// SPDX-License-Identifier: BSL-1.0
#include "plugin_runtime.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <cstdlib>

namespace ccphost {

plugin_runtime::plugin_runtime(subscribers expected, lifecycle_deadlines deadlines)
    : events([this](const event& each) { hub.deliver(each); }),
      plugins({counters, expected == subscribers::none ? nullptr : &events}, deadlines, board) {}

void set_up_log(const std::string& level) {
    auto logger = std::make_shared<spdlog::logger>("ccp-host", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %^%l%$ [%t] %v", spdlog::pattern_time_type::utc);
    logger->set_level(spdlog::level::from_str(level));
    spdlog::set_default_logger(std::move(logger));
}

void leave_at_once(int code) {
    spdlog::default_logger()->flush();
    std::fflush(nullptr);
    std::_Exit(code);
}

}  // namespace ccphost
