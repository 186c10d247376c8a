// SPDX-License-Identifier: BSL-1.0
/// @file The text/event-stream format.
#pragma once

#include "loader/event.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace ccphost {

/// An event with its number in the stream.
std::string event_text(const event& published, std::uint64_t id);

/// Comments, which clients skip, and the notice that ends the stream of a subscriber who did not keep up.
namespace event_stream_text {
inline constexpr std::string_view opening = ": the stream is open\n\n";
inline constexpr std::string_view heartbeat = ": still here\n\n";
inline constexpr std::string_view overflow = "event: overflow\ndata: {\"message\":\"Too many events were waiting.\"}\n\n";
}  // namespace event_stream_text

}  // namespace ccphost
