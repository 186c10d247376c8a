// SPDX-License-Identifier: BSL-1.0
/// @file Strict reading of JSON objects: every error names the member, and unknown members are errors.
#pragma once

#include "failure.hpp"

#include <boost/json.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ccphost {

/// Thrown by the readers below; `what()` begins with the member's path. Caught by the parse function that uses them.
struct member_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Reads the members of one JSON object and remembers which were asked for. Borrows the object.
class json_members {
public:
    /// @param path where the object stands, such as "plugins[0]"; empty for the document
    /// @throw member_error when `value` is no object
    json_members(const boost::json::value& value, std::string path);

    /// The member, or null when it is absent.
    const boost::json::value* find(std::string_view name);
    /// The member. @throw member_error when it is absent
    const boost::json::value& required(std::string_view name);
    /// A string that is present and not empty. @throw member_error
    std::string text(std::string_view name);
    /// A string, or nothing when it is absent. @throw member_error for another type
    std::optional<std::string> optional_text(std::string_view name);
    /// An integer within [low, high]. @throw member_error
    std::int64_t integer(std::string_view name, std::int64_t low, std::int64_t high);
    /// The same with a default for an absent member.
    std::int64_t integer_or(std::string_view name, std::int64_t low, std::int64_t high, std::int64_t fallback);
    /// A boolean with a default for an absent member. @throw member_error for another type
    bool boolean_or(std::string_view name, bool fallback);
    /// An array. @throw member_error when it is absent or something else
    const boost::json::array& array(std::string_view name);
    /// @throw member_error naming the first member that nobody asked for
    void reject_unknown() const;
    /// "path.name", for errors about the member.
    [[nodiscard]] std::string path_of(std::string_view name) const;

private:
    const boost::json::object* object_;
    std::string path_;
    std::set<std::string, std::less<>> asked_;
};

/// A JSON string value. @throw member_error naming `path` for another type
std::string as_text(const boost::json::value& value, const std::string& path);

/// Parses a whole JSON document from a file of at most `limit` bytes; comments and duplicates of a file's end are refused.
result<boost::json::value> read_json_file(const std::filesystem::path& file, step where, std::size_t limit = 1 << 20);

}  // namespace ccphost
