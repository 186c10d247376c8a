// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>

namespace extsrc::storage {

/// A way to end a connection to a server under whoever waits for it, on any thread: its client library then reports it broken.
/// Holds the socket by a descriptor of its own, since the library may close its one at any moment, and the number then be
/// another file's. @param socket the library's; nothing is done for a negative one
[[nodiscard]] std::function<void()> shut_down_later(int socket);

}  // namespace extsrc::storage
