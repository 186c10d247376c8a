// SPDX-License-Identifier: BSL-1.0
/// @file A customer of the generated world: who owns which identifiers, and how they look when they arrive on a channel.
#pragma once

#include "seeded_random.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tools {

enum class identifier_kind { external_id, email, phone, cookie };

/// The identifiers of one customer. No two customers share one.
struct customer {
    std::string phone_digits;               ///< ten digits of a valid number of the United States
    std::string email;                      ///< lower case
    std::string cookie;                     ///< opaque
    std::vector<std::string> external_ids;  ///< one for each source, in the order of the sources
    /// What every interaction of the customer carries, so that any two of them share an identifier in whatever order, and
    /// however much at the same time, they are resolved. Never the cookie: not every channel has one.
    identifier_kind anchor;
    std::size_t anchor_source;  ///< index into external_ids, for an anchor of that kind
};

/// Most customers there are distinct phone numbers for.
std::uint64_t most_customers();

/// The customer of a number, always the same one. @throws std::out_of_range when number >= most_customers()
customer make_customer(std::uint64_t number, std::size_t sources);

/// The same phone number as people and lines write it: E.164, with spaces, dashes, parentheses, or without country code.
std::string written_phone(std::string_view digits, seeded_random& random);

/// The same e-mail address with letters in either case and perhaps white space around it.
std::string written_email(std::string_view email, seeded_random& random);

}  // namespace tools
