// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/id.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace extsrc::domain {

/// The identifier types of the contract (ContactIdentifier.type).
enum class identifier_type : std::uint8_t {
    external_id,
    email,
    phone,
    social_line,
    social_facebook,
    social_twitter,
    social_whatsapp,
    social_whatsapp_bsuid,
    social_instagram,
    social_instagram_handle,
    apple_opaque_id,
    cookie,
};

/// Name on the wire, such as "ExternalId".
[[nodiscard]] std::string_view to_string(identifier_type type);
/// Nothing for a name the contract does not have.
[[nodiscard]] std::optional<identifier_type> identifier_type_from(std::string_view name);

/// Order of trust in resolution, smallest first: ExternalId, Email, Phone, social, Cookie.
[[nodiscard]] int resolution_rank(identifier_type type);

/// How many identifiers of one type a contact may be given.
struct identifier_cap {
    std::size_t most;
    std::string_view key;  ///< of the contract's `limit`
};

/// The contract's caps; a common one for the types it says nothing of, so that no contact grows without end. A merge may go
/// beyond those of social networks, since it loses no identifier.
[[nodiscard]] identifier_cap cap_of(identifier_type type);

/// (type, source if ExternalId, normal form of the value). At most one contact owns it in an organization and division.
struct identifier {
    static constexpr std::size_t max_value = 255;  ///< code points

    identifier_type type = identifier_type::external_id;
    std::optional<source_id> source;  ///< set for ExternalId alone
    std::string value;                ///< normal form

    auto operator<=>(const identifier&) const = default;
};

/// Names of the body's fields that hold the parts, for errors.
struct identifier_fields {
    std::string_view type = "type";
    std::string_view value = "value";
    std::string_view source = "externalSource.id";
};

/// Makes an identifier of what a client or a channel gave.
/// - ExternalId needs a source, the others must not have one.
/// - E-mail addresses and phone numbers take their normal forms; a phone number that cannot be read stays as typed, but must
///   have a digit, so that "anonymous" callers do not become one person. WhatsApp numbers are E.164 without the plus.
/// - Twitter and Instagram names lose a leading @.
/// - All are trimmed, and all others compared byte for byte.
/// @param phone_region region of phone numbers without a country code
[[nodiscard]] result<identifier> make_identifier(identifier_type type, const std::optional<source_id>& source,
                                                 std::string_view value, std::string_view phone_region,
                                                 const identifier_fields& fields = {});

/// The value of an ExternalId whose source is not known yet, as make_identifier would have it.
[[nodiscard]] result<std::string> make_external_id_value(std::string_view value);

}  // namespace extsrc::domain
