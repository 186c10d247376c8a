// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "entry/host_link.hpp"
#include "entry/settings.hpp"
#include "storage/failure.hpp"

#include <ccp/base.h>

#include <cstdint>
#include <exception>
#include <new>

namespace extsrc::entry {

/// The interface's status for a failure of storage.
[[nodiscard]] constexpr std::int32_t to_status(storage::failure_kind kind) {
    switch (kind) {
        case storage::failure_kind::unique_violation:
        case storage::failure_kind::contention:
        case storage::failure_kind::exhausted:
            return CCP_E_BUSY;
        case storage::failure_kind::timed_out:
            return CCP_E_TIMEOUT;
        case storage::failure_kind::disconnected:
        case storage::failure_kind::unavailable:
        case storage::failure_kind::outcome_unknown:
            return CCP_E_UNAVAILABLE;
        case storage::failure_kind::unusable:
            return CCP_E_CONFIG;
        case storage::failure_kind::internal:
            break;
    }
    return CCP_E_INTERNAL;
}

/// The fence at the C edge: runs `work`, which returns a status, and turns any exception into one, with its text for the host.
template <class Work>
std::int32_t guard(const host_link& host, Work&& work) noexcept {
    std::int32_t status = CCP_E_INTERNAL;
    try {
        return work();
    } catch (const storage::failure& failed) {
        host.set_error(status = to_status(failed.kind()), failed.what());
    } catch (const bad_settings& bad) {
        host.set_error(status = CCP_E_CONFIG, bad.what());
    } catch (const needs_reload& later) {
        host.set_error(status = CCP_E_UNSUPPORTED, later.what());
    } catch (const std::bad_alloc&) {
        host.set_error(status = CCP_E_NO_MEMORY, "out of memory");
    } catch (const std::exception& failed) {
        host.set_error(status, failed.what());
    } catch (...) {
        host.set_error(status, "an exception of unknown type");
    }
    return status;
}

}  // namespace extsrc::entry
