// SPDX-License-Identifier: BSL-1.0
#include "stream_request.hpp"

#include <algorithm>
#include <optional>

namespace ccphost {
namespace {

std::vector<std::string> named_topics(const name_value_list& query) {
    std::vector<std::string> names;
    for (const auto& [name, list] : query) {
        if (name != "topics") continue;
        for (std::size_t begin = 0; begin <= list.size();) {
            const auto end = std::min(list.find(',', begin), list.size());
            if (end != begin) names.push_back(list.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    return names;
}

api_error bad_topics(std::string code, std::string message) {
    auto error = errors::bad_request(message);
    error.details.push_back({std::move(code), "topics", std::move(message)});
    return error;
}

api_error unknown_topic(const std::string& name) {
    auto error = errors::not_found();
    error.message = "There is no topic \"" + name + "\".";
    error.message_parameters.emplace_back("topic", name);
    return error;
}

std::optional<permission_demand> demand_of(const topic_pattern& topic, const plugin_set& plugins) {
    for (const auto& pinned : plugins.pin_all()) {
        for (const auto& declared : pinned->listed().topics) {
            if (declared.pattern.covers(topic)) return declared.demand;
        }
    }
    return std::nullopt;
}

}  // namespace

std::variant<api_error, stream_request> read_stream_request(const name_value_list& query, const client_account& account,
                                                            std::chrono::steady_clock::time_point expires,
                                                            const plugin_set& plugins) {
    const auto names = named_topics(query);
    if (names.empty()) return bad_topics("value.required", "At least one topic is required.");
    if (names.size() > most_topics) {
        return bad_topics("too.many", "At most " + std::to_string(most_topics) + " topics are allowed.");
    }
    stream_request request{account.organization, {}, expires};
    for (const auto& name : names) {
        const auto topic = topic_pattern::requested(name);
        if (!topic) return bad_topics("value.invalid", "A topic is malformed.");  // its text may not even be UTF-8
        const auto demand = demand_of(*topic, plugins);
        if (!demand) return unknown_topic(name);
        if (auto refused = denied(account, *demand)) return std::move(*refused);
        request.topics.push_back(*topic);
    }
    return request;
}

}  // namespace ccphost
