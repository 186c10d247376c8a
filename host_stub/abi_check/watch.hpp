// SPDX-License-Identifier: BSL-1.0
/// @file What to say when the code under examination takes this process down with it, or never returns.
#pragma once

namespace ccphost {

/// While it lives, the plugin is in a call of this name. Used by one thread; may be nested.
class watch {
public:
    /// @param call static text
    explicit watch(const char* call) noexcept;
    watch(const watch&) = delete;
    watch& operator=(const watch&) = delete;
    ~watch();

private:
    const char* outer_;
};

/// From now on a crash, or a call that does not return within a minute, ends the process with exit code 1 and one line on
/// standard error that names the call.
void watch_for_crashes();

}  // namespace ccphost
