// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/failure.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace extsrc::storage {

/// Parameters of a connection to a database server, "host=db.example user=extsrc password='it''s'": words of name=value, the
/// value in single quotes where it holds a space, with \' and \\ inside them, as libpq and SOCI read them.
class connection_parameters {
public:
    /// @throws failure (unusable) for a text of another form; the message never repeats it, since it may hold a password
    [[nodiscard]] static connection_parameters parse(std::string_view text);

    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
    /// Replaces the parameter, or adds it at the end.
    void set(std::string_view name, std::string value);
    /// Adds the parameter unless it is there.
    void set_default(std::string_view name, std::string value);
    /// Takes the parameter out and returns what it was.
    std::optional<std::string> take(std::string_view name);

    /// Replaces password_file=PATH by password= with the file's first line, so that no password need stand in a configuration.
    /// @throws failure (unusable) when the file cannot be read
    void read_password_file();

    /// The text `parse` reads, every value in quotes.
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::pair<std::string, std::string>> words_;
};

/// The parts of a list, "a,b,c".
[[nodiscard]] std::vector<std::string> split_list(std::string_view list);

}  // namespace extsrc::storage
