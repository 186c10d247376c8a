// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace extsrc::storage {

/// Ends a connection to a server under whoever waits for it, on any thread: its client library then reports it broken. The
/// descriptor stays the library's to close. Does nothing for a negative one.
void shut_down(int socket) noexcept;

}  // namespace extsrc::storage
