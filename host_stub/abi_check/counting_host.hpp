// SPDX-License-Identifier: BSL-1.0
/// @file The host's services for an instance under examination, with its memory accounted for.
#pragma once

#include "loader/host_services.hpp"

#include <mutex>
#include <string>
#include <unordered_set>

namespace ccphost {

/// The services of a host, all extensions among them. Keeps every block it gave until that is given back. Outlives the
/// instance; the destructor frees what is left.
class counting_host {
public:
    counting_host(const std::string& plugin_id, std::uint16_t number, boost::json::value config, shared_services shared);
    counting_host(const counting_host&) = delete;
    counting_host& operator=(const counting_host&) = delete;
    ~counting_host();

    /// The table given to the plugin; lives as long as this object.
    [[nodiscard]] const ccp_host_v1& table() const noexcept { return table_; }
    [[nodiscard]] const host_services& services() const noexcept { return services_; }
    /// What is wrong with the memory now that the instance has ended, or empty text.
    [[nodiscard]] std::string memory_fault() const;

    /// See ccp_host_v1::alloc and free. Thread-safe.
    void* give(std::size_t bytes);
    void take(void* block);

private:
    host_services services_;
    ccp_host_v1 table_;
    mutable std::mutex mutex_;
    std::unordered_set<void*> given_;
    bool foreign_ = false;  // was given back what it never gave
};

}  // namespace ccphost
