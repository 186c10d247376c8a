// SPDX-License-Identifier: BSL-1.0
/// @file The generated interactions: which customer comes when, on what channel, and with which identifiers.
#pragma once

#include "customer.hpp"
#include "seeded_random.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace tools {

/// What to generate. The same plan gives the same stream.
struct stream_plan {
    std::uint64_t customers = 0;
    std::uint64_t interactions = 0;  ///< at least `customers`: each comes at least once
    std::uint64_t seed = 0;
    std::string organization;
    std::vector<std::string> sources;
    std::vector<std::string> channels;
};

struct generated_interaction {
    std::string id;
    std::uint64_t customer;
    boost::json::object record;  ///< one line of the replay format
};

/// Produces the interactions in the order of time. Customers often come several times in a row, which makes concurrent
/// resolution of one customer likely.
class interaction_stream {
public:
    /// @throws std::invalid_argument for a plan that cannot be carried out
    explicit interaction_stream(stream_plan plan);

    bool done() const { return next_ == arrivals_.size(); }
    /// The next one; only when not done().
    generated_interaction next();

private:
    std::string written_identifier(const customer& who, identifier_kind kind, std::size_t source, boost::json::object& into);
    boost::json::array identifiers(const customer& who, std::string_view channel);

    stream_plan plan_;
    seeded_random random_;
    std::vector<std::uint64_t> arrivals_;  ///< customers in the order they come
    std::size_t next_ = 0;
};

}  // namespace tools
