// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "entry/descriptor.hpp"
#include "fake_host.hpp"

#include <ccp/ext/tasks.h>

#include <string>

namespace extsrc::entry {

/// A configuration with a database and what else is given, each member with a comma before it.
[[nodiscard]] std::string configured(const std::string& url, const std::string& more = R"(,"databaseSessions":2)");

/// An interaction of acme that brings a phone number, and an e-mail address if there is one.
struct call {
    std::string id;
    std::string channel = "voice";
    std::string phone = "+13175550142";
    std::string email = {};
};

/// What became of it.
struct call_answer {
    std::uint32_t outcome = 0;
    std::string contact;
    std::string matched;  ///< the number as it was looked up
};

/// An instance as a host holds it, through C functions alone.
class held_plugin {
public:
    explicit held_plugin(const std::string& configuration);
    held_plugin(const held_plugin&) = delete;
    held_plugin& operator=(const held_plugin&) = delete;
    ~held_plugin() { table->destroy(table->self); }

    std::int32_t start() { return table->start(table->self, &host.registry(), 0); }
    std::int32_t stop() { return table->stop(table->self, 0); }
    std::int32_t predecessor_gone() { return table->predecessor_gone(table->self, 0); }
    /// Offers another configuration.
    std::int32_t configure(const std::string& configuration);
    std::int32_t health(std::string& detail);
    std::int32_t run_task(const std::string& task, std::string& report);
    std::int32_t request(const std::string& operation, const std::string& body, fake_response& response,
                         const std::string& asking = "3f0a1c5e-0000-4000-8000-000000000001");
    /// Resolves an interaction, which must not fail. [any thread]
    [[nodiscard]] call_answer answer(const call& arrived) const;
    /// The contact of one on the telephone.
    std::string resolve(const std::string& interaction_id) const { return answer({interaction_id}).contact; }

    fake_host host;
    const ccp_plugin_v1* table = nullptr;
};

}  // namespace extsrc::entry
