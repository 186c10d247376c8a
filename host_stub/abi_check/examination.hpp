// SPDX-License-Identifier: BSL-1.0
/// @file A plugin's library held to every rule.
#pragma once

#include "life_cycle.hpp"
#include "loader/event_queue.hpp"
#include "loader/manifest.hpp"
#include "loader/metrics.hpp"
#include "opened_library.hpp"
#include "rule_report.hpp"

#include <boost/json/object.hpp>

#include <filesystem>
#include <optional>

namespace ccphost {

/// What is to be examined.
struct examination_request {
    std::filesystem::path library;
    std::optional<std::filesystem::path> manifest;
    std::optional<boost::json::value> config;  ///< what an instance is started with
};

/// One run over one library, with a host around it. Must not be destroyed while it lingers.
class examination {
public:
    explicit examination(examination_request request);
    examination(const examination&) = delete;
    examination& operator=(const examination&) = delete;

    /// Judges every rule. Called once.
    void run();

    [[nodiscard]] const rule_report& report() const noexcept { return report_; }
    /// See offer.hpp; empty when there is no usable descriptor.
    [[nodiscard]] const boost::json::object& offer() const noexcept { return offer_; }
    /// Whether code of the library may still be running: then the process must end without destructors.
    [[nodiscard]] bool lingers() const noexcept { return life_ && life_->lingers(); }

private:
    void read_listed();
    bool load();
    void examine_instances(const ccp_descriptor_v1& descriptor);
    std::string take_config();
    void unload(const ccp_descriptor_v1& descriptor);

    examination_request request_;
    rule_report report_;
    boost::json::object offer_;
    metrics counters_;
    event_queue events_;
    std::optional<manifest> listed_;
    std::optional<opened_library> library_;
    std::optional<life_cycle> life_;
};

}  // namespace ccphost
