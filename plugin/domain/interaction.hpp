// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/id.hpp"
#include "domain/identifier.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace extsrc::domain {

/// Channels an interaction may arrive on, by their names in interaction records.
inline constexpr std::array<std::string_view, 13> channels{
    "voice",         "email",    "sms",      "webmessaging", "webmessaging-authenticated",
    "openmessaging", "whatsapp", "facebook", "instagram",    "x",
    "line",          "apple",    "callback"};

/// Whether `name` is one of `channels`.
[[nodiscard]] bool is_channel(std::string_view name);

inline constexpr std::size_t max_interaction_id = 255;  ///< bytes
inline constexpr std::size_t max_integration_id = 255;  ///< bytes
inline constexpr std::size_t max_interaction_identifiers = 32;
/// End of the year 9999: leaves room to add the life of a contact, and the wire's years have four digits.
inline constexpr timestamp max_occurred_at = 253'402'300'799'999'999;

/// One conversation arriving on a channel, with its identifiers in normal form.
struct interaction {
    std::string id;
    organization_id organization;
    division_id division;
    std::string channel;
    timestamp occurred_at = 0;
    /// Position in what the host gave, kept beside each identifier because unusable ones are left out.
    struct presented {
        std::size_t position = 0;
        identifier value;
    };
    std::vector<presented> identifiers;
    /// An external ID whose source is the one configured for the integration.
    struct sourceless {
        std::size_t position = 0;
        std::string value;  ///< normal form
    };
    std::vector<sourceless> sourceless_ids = {};
    std::string integration = {};  ///< the line, mailbox, number or deployment it came in on; empty for none
};

/// An interaction as the host gives it; empty texts are absent.
struct raw_interaction {
    struct raw_identifier {
        std::string_view type;
        std::string_view source;
        std::string_view value;
    };
    std::string_view id;
    std::string_view organization;
    std::string_view division;
    std::string_view channel;
    timestamp occurred_at = 0;
    std::vector<raw_identifier> identifiers;
    std::string_view integration = {};
};

/// Checks an interaction and brings its identifiers to normal form. A caller who withholds the number ("anonymous") has no
/// identifier, which is no fault; it is left out. An ExternalId without a source waits for its integration's.
/// @return errc::invalid with a message for whoever wrote the record
[[nodiscard]] result<interaction> make_interaction(const raw_interaction& raw, std::string_view phone_region);

/// What a resolve came to.
enum class outcome : std::uint8_t { matched, created, merged, unresolved, disabled, rejected };

/// Name in interaction results, such as "matched".
[[nodiscard]] std::string_view to_string(outcome value);

/// The stored account of one resolve: what was matched, what was done, and why.
struct decision {
    outcome result = outcome::unresolved;
    std::optional<contact_id> contact;
    contact_type type = contact_type::ephemeral;  ///< meaningful with a contact
    std::optional<identifier> matched;
    std::string reason;
    std::string decided_by{};  ///< the principal of a request; empty for the resolver
};

}  // namespace extsrc::domain
