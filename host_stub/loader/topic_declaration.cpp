// SPDX-License-Identifier: BSL-1.0
#include "topic_declaration.hpp"

namespace ccphost {
namespace {

topic_declaration read_topic(const boost::json::value& value, const std::string& path) {
    json_members members(value, path);
    auto text = members.text("topic");
    auto pattern = topic_pattern::declared(text);
    if (!pattern) throw member_error(members.path_of("topic") + ": \"" + text + "\" is not of the form a.b.{id}");
    auto demand = read_permission_demand(members.required("permissions"), members.path_of("permissions"));
    members.reject_unknown();
    return {std::move(text), std::move(*pattern), std::move(demand)};
}

}  // namespace

std::vector<topic_declaration> read_topics(json_members& manifest) {
    std::vector<topic_declaration> topics;
    if (manifest.find("topics") == nullptr) return topics;
    for (const auto& entry : manifest.array("topics")) {
        const auto path = "topics[" + std::to_string(topics.size()) + "]";
        auto topic = read_topic(entry, path);
        for (const auto& other : topics) {
            if (topic.pattern.overlaps(other.pattern)) throw member_error(path + ".topic overlaps " + other.text);
        }
        topics.push_back(std::move(topic));
    }
    return topics;
}

}  // namespace ccphost
