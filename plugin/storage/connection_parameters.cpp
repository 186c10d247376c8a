// SPDX-License-Identifier: BSL-1.0
#include "storage/connection_parameters.hpp"

#include <algorithm>
#include <fstream>

namespace extsrc::storage {
namespace {

[[noreturn]] void refuse() {
    throw failure(failure_kind::unusable, "the database URL's parameters are not of the form name=value name='other value'");
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

void skip_spaces(std::string_view& rest) {
    while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
}

std::string take_name(std::string_view& rest) {
    const auto end = rest.find('=');
    if (end == std::string_view::npos || end == 0) refuse();
    std::string name(rest.substr(0, end));
    if (std::any_of(name.begin(), name.end(), is_space)) refuse();
    rest.remove_prefix(end + 1);
    return name;
}

std::string take_value(std::string_view& rest) {
    std::string value;
    const bool quoted = !rest.empty() && rest.front() == '\'';
    if (quoted) rest.remove_prefix(1);
    while (!rest.empty() && (quoted ? rest.front() != '\'' : !is_space(rest.front()))) {
        if (rest.front() == '\\') rest.remove_prefix(1);
        if (rest.empty()) refuse();
        value.push_back(rest.front());
        rest.remove_prefix(1);
    }
    if (!quoted) return value;
    if (rest.empty()) refuse();
    rest.remove_prefix(1);
    if (!rest.empty() && !is_space(rest.front())) refuse();
    return value;
}

auto same_name(std::string_view name) {
    return [name](const auto& word) { return word.first == name; };
}

}  // namespace

connection_parameters connection_parameters::parse(std::string_view text) {
    connection_parameters parsed;
    for (skip_spaces(text); !text.empty(); skip_spaces(text)) {
        auto name = take_name(text);
        if (parsed.find(name)) refuse();
        parsed.set(name, take_value(text));
    }
    return parsed;
}

std::optional<std::string> connection_parameters::find(std::string_view name) const {
    const auto found = std::find_if(words_.begin(), words_.end(), same_name(name));
    return found == words_.end() ? std::nullopt : std::optional(found->second);
}

void connection_parameters::set(std::string_view name, std::string value) {
    const auto found = std::find_if(words_.begin(), words_.end(), same_name(name));
    if (found == words_.end())
        words_.emplace_back(name, std::move(value));
    else
        found->second = std::move(value);
}

void connection_parameters::set_default(std::string_view name, std::string value) {
    if (!find(name)) set(name, std::move(value));
}

std::optional<std::string> connection_parameters::take(std::string_view name) {
    auto value = find(name);
    std::erase_if(words_, same_name(name));
    return value;
}

void connection_parameters::read_password_file() {
    const auto path = take("password_file");
    if (!path) return;
    std::string password;
    std::ifstream file(*path);
    if (!std::getline(file, password)) throw failure(failure_kind::unusable, "the database URL's password_file cannot be read");
    set("password", std::move(password));
}

std::string connection_parameters::text() const {
    std::string all;
    for (const auto& [name, value] : words_) {
        all.append(all.empty() ? "" : " ").append(name).append("='");
        for (const char c : value) {
            if (c == '\'' || c == '\\') all.push_back('\\');
            all.push_back(c);
        }
        all.push_back('\'');
    }
    return all;
}

std::vector<std::string> split_list(std::string_view list) {
    std::vector<std::string> parts;
    for (;;) {
        const auto comma = list.find(',');
        parts.emplace_back(list.substr(0, comma));
        if (comma == std::string_view::npos) return parts;
        list.remove_prefix(comma + 1);
    }
}

}  // namespace extsrc::storage
