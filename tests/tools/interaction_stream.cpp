// SPDX-License-Identifier: BSL-1.0
#include "interaction_stream.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <utility>

namespace tools {
namespace {

struct visit {
    std::uint64_t customer;
    std::uint64_t interactions;
};

/// Every customer once, the remaining interactions anywhere, in visits of one to four, and the visits in random order.
std::vector<std::uint64_t> arrange(const stream_plan& plan, seeded_random& random) {
    std::vector<visit> visits;
    std::uint64_t left = plan.interactions - plan.customers;
    for (std::uint64_t who = 0; who < plan.customers; ++who) visits.push_back({who, 1});
    while (left > 0) {
        const std::uint64_t size = std::min(left, 1 + random.below(4));
        const std::uint64_t who = random.below(plan.customers);
        if (random.chance(25)) {
            visits[who].interactions += size;
        } else {
            visits.push_back({who, size});
        }
        left -= size;
    }
    random.shuffle(visits);
    std::vector<std::uint64_t> arrivals;
    arrivals.reserve(plan.interactions);
    for (const auto& [who, count] : visits) arrivals.insert(arrivals.end(), count, who);
    return arrivals;
}

std::string timestamp(std::uint64_t second) {
    using namespace std::chrono;
    const sys_seconds time = sys_days(2026y / January / 1) + seconds(second);
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return text;
}

/// What a channel itself brings along.
std::vector<identifier_kind> of_channel(std::string_view channel) {
    if (channel == "voice" || channel == "sms" || channel == "callback" || channel == "whatsapp")
        return {identifier_kind::phone};
    if (channel == "email") return {identifier_kind::email};
    if (channel == "webmessaging") return {identifier_kind::cookie};
    if (channel == "webmessaging-authenticated") return {identifier_kind::external_id, identifier_kind::cookie};
    return {};
}

}  // namespace

interaction_stream::interaction_stream(stream_plan plan) : plan_(std::move(plan)), random_(plan_.seed) {
    if (plan_.customers == 0) throw std::invalid_argument("at least one customer is needed");
    if (plan_.customers > most_customers())
        throw std::invalid_argument("there are not enough phone numbers for so many customers");
    if (plan_.interactions < plan_.customers) throw std::invalid_argument("every customer needs an interaction");
    if (plan_.channels.empty()) throw std::invalid_argument("at least one channel is needed");
    arrivals_ = arrange(plan_, random_);
}

generated_interaction interaction_stream::next() {
    const std::uint64_t number = arrivals_.at(next_);
    const customer who = make_customer(number, plan_.sources.size());
    const std::string& channel = plan_.channels[random_.below(plan_.channels.size())];
    std::string id = "i-" + std::to_string(++next_);
    boost::json::object record{{"interactionId", id}, {"organizationId", plan_.organization},
                               {"channel", channel},  {"occurredAt", timestamp(next_)},
                               {"divisionId", "*"},   {"integrationId", "main-" + channel}};
    record["identifiers"] = identifiers(who, channel);
    return {std::move(id), number, std::move(record)};
}

boost::json::array interaction_stream::identifiers(const customer& who, std::string_view channel) {
    std::vector<std::pair<identifier_kind, std::size_t>> carried{{who.anchor, who.anchor_source}};
    const auto carry = [&](identifier_kind kind) {
        const bool external = kind == identifier_kind::external_id;
        if (external && plan_.sources.empty()) return;
        const std::pair one(kind, external ? random_.below(plan_.sources.size()) : 0);
        const bool there = std::ranges::any_of(
            carried, [&](const auto& other) { return other.first == one.first && (!external || other.second == one.second); });
        if (!there) carried.push_back(one);
    };
    for (const auto kind : of_channel(channel)) carry(kind);
    if (random_.chance(25)) carry(static_cast<identifier_kind>(random_.below(4)));
    random_.shuffle(carried);

    boost::json::array all;
    for (const auto& [kind, source] : carried) {
        boost::json::object one;
        one["value"] = written_identifier(who, kind, source, one);
        all.push_back(std::move(one));
    }
    return all;
}

std::string interaction_stream::written_identifier(const customer& who, identifier_kind kind, std::size_t source,
                                                   boost::json::object& into) {
    switch (kind) {
        case identifier_kind::external_id:
            into["type"] = "ExternalId";
            into["externalSourceId"] = plan_.sources[source];
            return who.external_ids[source];
        case identifier_kind::email:
            into["type"] = "Email";
            return written_email(who.email, random_);
        case identifier_kind::phone:
            into["type"] = "Phone";
            return written_phone(who.phone_digits, random_);
        case identifier_kind::cookie:
            break;
    }
    into["type"] = "Cookie";
    return who.cookie;
}

}  // namespace tools
