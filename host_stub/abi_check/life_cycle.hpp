// SPDX-License-Identifier: BSL-1.0
/// @file The rules of instances, from create to destroy.
#pragma once

#include "examined_instance.hpp"
#include "process_state.hpp"
#include "rule_report.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>

namespace ccphost {

/// Walks two instances of a library through their lives: both are created, the second ends at once, the first is started and
/// asked. Outlives every thread of the plugin.
class life_cycle {
public:
    /// @param report judged from create to memory   @param offer receives handlers, identityHook, tasks and offersTasks of a
    /// started instance
    life_cycle(const instance_terms& terms, rule_report& report, boost::json::object& offer);

    /// @param unstarted why no instance can be started, or empty text to start one
    void walk(const std::string& unstarted);
    /// Whether code of the library may still be running, or an instance is there that could not be ended.
    [[nodiscard]] bool lingers() const noexcept { return lingers_; }

private:
    bool create_both();
    void serve();
    void judge_registrations();
    void judge_unknown_extension();
    void describe_offer();
    void end(examined_instance& instance);
    void judge_remains();

    const manifest* listed_;
    rule_report& report_;
    boost::json::object& offer_;
    process_state before_;
    examined_instance first_;
    examined_instance second_;
    bool lingers_ = false;
};

}  // namespace ccphost
