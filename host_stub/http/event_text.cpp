// SPDX-License-Identifier: BSL-1.0
#include "event_text.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/string_view.hpp>

#include <algorithm>

namespace ccphost {

std::string event_text(const event& published, std::uint64_t id) {
    // A line break would end the field; in JSON it can only stand between tokens.
    auto payload = published.payload;
    std::replace_if(
        payload.begin(), payload.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    const auto& topic = published.topic;
    return "id: " + std::to_string(id) + "\nevent: " + topic +
           "\ndata: {\"topicName\":" + boost::json::serialize(boost::json::string_view(topic.data(), topic.size())) +
           ",\"version\":\"2\",\"eventBody\":" + payload + "}\n\n";
}

}  // namespace ccphost
