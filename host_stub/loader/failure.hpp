// SPDX-License-Identifier: BSL-1.0
/// @file What the host's functions return when an expected thing goes wrong: which step failed, and why.
#pragma once

#include <boost/system/result.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

namespace ccphost {

/// The step of the host's work that failed.
enum class step {
    command,
    host_config,
    manifest,
    stage,
    checksum,
    load,
    negotiate,
    config,
    create,
    start,
    health,
    switch_over,
    configure,
    drain,
    stop,
    destroy,
    unload,
    verify,
    settle,
    listen,
    control,
    replay,
    transfer
};

/// The step's name as operators read it, such as "negotiate". Static text.
std::string_view name_of(step which) noexcept;

/// An expected failure. A value; copied freely.
struct failure {
    step where;
    std::string why;  ///< one line, without a trailing full stop

    /// "negotiate: the plugin ..." on one line.
    [[nodiscard]] std::string text() const;
    /// The same failure with what was being done put before the reason.
    [[nodiscard]] failure within(std::string_view context) const;
};

/// A value or the failure that prevented it.
template <class T>
using result = boost::system::result<T, failure>;

/// Called by result::value() on a failure; throws std::runtime_error with text().
[[noreturn]] void throw_exception_from_error(const failure& error, const boost::source_location& where);

}  // namespace ccphost
