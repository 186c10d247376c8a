// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/assert/source_location.hpp>
#include <boost/system/result.hpp>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

/// Values and rules of external sources, identifiers and contacts. Pure: no I/O, no JSON, no SQL, no clock.
namespace extsrc::domain {

/// What kind of failure a rule reports. handlers/failure.cpp maps each to the status and code of the wire contract.
enum class errc : std::uint8_t {
    invalid,                   ///< a field breaks its rule; `fields` names it
    not_found,                 ///< nothing has that id, or nobody owns that identifier
    conflict,                  ///< a unique value is taken; `fields` names it
    limit_exceeded,            ///< a cap is reached; `limit` names it
    merge_limit_exceeded,      ///< contacts that are too much for one together; `limit` names the cap
    external_source_inactive,  ///< a new association under a disabled source
    external_source_unknown,   ///< a new association under a source that is not there
    identifier_claimed,        ///< another contact owns the identifier; `entity_id` is that contact
    identifier_not_claimed,    ///< release of an identifier that another contact owns
    too_large,                 ///< more than a request may carry
};

/// One field's share in a failure.
struct field_error {
    std::string field;    ///< path in the body, such as "linkConfiguration.uriTemplate"
    std::string code;     ///< dotted lower case, such as "value.too.long"
    std::string message;  ///< for people
};

/// A cap that was reached.
struct limit {
    std::string key;
    std::string name_space;
    std::int64_t value = 0;
};

/// A failure as a value. Nothing was changed when one is returned.
struct error {
    errc code = errc::invalid;
    std::string message;              ///< one sentence for people
    std::vector<field_error> fields;  ///< empty unless single fields are at fault
    std::string entity_id;            ///< empty unless another entity stands in the way
    std::optional<limit> reached;
};

/// A value, or why there is none.
template <class T>
using result = boost::system::result<T, error>;

/// A failure of one field.
[[nodiscard]] inline error invalid_field(std::string field, std::string code, std::string message) {
    error failure{errc::invalid, message, {}, {}, {}};
    failure.fields.push_back({std::move(field), std::move(code), std::move(message)});
    return failure;
}

/// A failure without a field.
[[nodiscard]] inline error failure(errc code, std::string message, std::string entity_id = {}) {
    return {code, std::move(message), {}, std::move(entity_id), {}};
}

/// Found by result<T>::value(); asking a failed result for its value is a programming error.
[[noreturn]] inline void throw_exception_from_error(const error& failed, const boost::source_location& /*where*/) {
    throw std::logic_error("value() of a failed result: " + failed.message);
}

}  // namespace extsrc::domain
