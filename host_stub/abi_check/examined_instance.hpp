// SPDX-License-Identifier: BSL-1.0
/// @file One instance under examination, with the host it sees.
#pragma once

#include "counting_host.hpp"
#include "loader/console_offer.hpp"
#include "open_registry.hpp"

#include <ccp/plugin.h>

#include <string>

namespace ccphost {

/// What an instance is given.
struct instance_terms {
    const ccp_descriptor_v1* descriptor;
    const manifest* listed;     ///< null without a manifest
    boost::json::value config;  ///< as far as it is known
    shared_services shared;
};

/// Each function makes one call, in the order of an instance's life, and gives what is wrong, or empty text; an exception that
/// comes out of the call is wrong too. Outlives the instance. Used by one thread.
class examined_instance {
public:
    /// @param number from 1, another for each instance
    examined_instance(const instance_terms& terms, std::uint16_t number);

    /// Also what is wrong with the table given. What cannot be trusted is not called, not even to destroy it.
    std::string create();
    std::string start();
    std::string health();
    /// Whether the extension ccp.tasks/1 is offered as the manifest demands. Only with a manifest.
    [[nodiscard]] std::string tasks() const;
    /// Whether the extension ccp.transfer/1 can be used, if it is offered.
    [[nodiscard]] std::string transfer() const;
    /// Whether the extension ccp.console/1 can be used, if it is offered. @param offer receives its copy
    [[nodiscard]] std::string console(console_offer& offer) const;
    /// Asks for the plugin's extension. @param table receives it, or null
    [[nodiscard]] std::string extension(const char* id, const void*& table) const;
    std::string drain();
    std::string stop();
    /// After it the instance is gone, whatever is wrong.
    std::string destroy();

    /// The instance, or null before it was created and after it was destroyed.
    [[nodiscard]] const ccp_plugin_v1* plugin() const noexcept { return plugin_; }
    /// Whether start was called, successfully or not. Then destroy comes after stop.
    [[nodiscard]] bool started() const noexcept { return started_; }
    /// Whether create gave something that cannot be called, and so not be destroyed either.
    [[nodiscard]] bool abandoned() const noexcept { return abandoned_; }
    /// See counting_host.
    [[nodiscard]] std::string memory_fault() const { return host_.memory_fault(); }
    /// What it registered.
    [[nodiscard]] const staged_registry& registered() const noexcept { return registry_.staged(); }

private:
    [[nodiscard]] std::string fault_of(std::int32_t status) const;

    const ccp_descriptor_v1* descriptor_;
    const manifest* listed_;
    counting_host host_;
    open_registry registry_;
    const ccp_plugin_v1* plugin_ = nullptr;
    bool started_ = false;
    bool abandoned_ = false;
};

}  // namespace ccphost
