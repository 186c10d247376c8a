// SPDX-License-Identifier: BSL-1.0
/// @file Interactions as they stand in a file, one JSON object a line.
#pragma once

#include "loader/failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccphost {

/// One identifier of an interaction.
struct identifier_record {
    std::string type;
    std::optional<std::string> external_source_id;  ///< UUID; for ExternalId only, and none for the integration's own source
    std::string value;
};

/// A valid interaction.
struct interaction_record {
    std::string interaction_id;  ///< at most 255 bytes
    std::string organization_id;
    std::string channel;
    std::int64_t occurred_at_us = 0;
    std::string division_id = "*";
    std::optional<std::string> integration_id;
    std::vector<identifier_record> identifiers;  ///< at most 100
};

/// Why a line is no interaction, with its interaction id if that much could be read.
struct invalid_record {
    std::string why;
    std::optional<std::string> interaction_id;
};

/// Reads one line strictly: JSON in valid UTF-8, all members known and of the right type, the channel known, the time well
/// formed.
boost::system::result<interaction_record, invalid_record> parse_interaction(std::string_view line);

/// For boost::system::result; throws std::runtime_error.
[[noreturn]] void throw_exception_from_error(const invalid_record& error, const boost::source_location& where);

}  // namespace ccphost
