// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace extsrc::handlers {

inline constexpr std::size_t max_depth = 32;    ///< levels of arrays and objects in a body
inline constexpr std::size_t max_faults = 100;  ///< told of one body

/// Reads a request's body: UTF-8, one JSON object, at most max_depth levels deep, its numbers within what a double holds.
/// @return errc::invalid, or too_large for one that is deeper
[[nodiscard]] domain::result<boost::json::object> parse_body(std::string_view body);

/// Reads the members of one JSON object by name and type. Faults are collected, each with the path of its field, so that a
/// client learns of all at once, up to max_faults; readers go on with the member absent. Null counts as absent.
class object_reader {
public:
    /// @param path of the object in the body, such as "linkConfiguration"; empty for the body itself
    object_reader(const boost::json::object& object, std::string path, std::vector<domain::field_error>& faults);

    [[nodiscard]] std::optional<std::string_view> text(std::string_view name);
    /// A text of one line, trimmed, of at most `max` code points; empty when it is absent.
    [[nodiscard]] std::string line(std::string_view name, std::size_t max);
    [[nodiscard]] std::optional<bool> truth(std::string_view name);
    [[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view name);
    [[nodiscard]] const boost::json::object* object(std::string_view name);
    [[nodiscard]] const boost::json::array* array(std::string_view name);
    /// The texts of an array; borrowed from it.
    [[nodiscard]] std::vector<std::string_view> texts(std::string_view name);

    /// Accepts members of any value without reading them: what the server writes itself and clients send back.
    void ignore(std::initializer_list<std::string_view> names);
    /// Refuses members this version does not serve unless they are empty, so that nothing a client sends is dropped in silence.
    void refuse_unless_empty(std::initializer_list<std::string_view> names);
    /// Faults every member that was not asked for. Call last.
    void finish();

    /// Full path of a member.
    [[nodiscard]] std::string path(std::string_view name) const;
    void fault(std::string_view name, std::string code, std::string message);
    /// Adds a failure a domain rule reported.
    void fault(const domain::error& failure);

    [[nodiscard]] std::vector<domain::field_error>& faults() { return faults_; }

private:
    const boost::json::value* find(std::string_view name);
    void wrong_type(std::string_view name, std::string_view expected);

    const boost::json::object& object_;
    std::string path_;
    std::vector<domain::field_error>& faults_;
    std::set<std::string_view> known_;
};

/// One errc::invalid for all collected faults. Expects at least one.
[[nodiscard]] domain::error to_error(std::vector<domain::field_error> faults);

}  // namespace extsrc::handlers
