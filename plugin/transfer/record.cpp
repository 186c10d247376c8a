// SPDX-License-Identifier: BSL-1.0
#include "transfer/record.hpp"

#include "domain/unicode_text.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

namespace extsrc::transfer {
namespace {

namespace json = boost::json;

constexpr const char* kind_member = "kind";

// Found by parse_record alone, which makes an error of it.
struct malformed {
    std::string why;
};

void put(json::object& to, const char* member, const std::string& text) {
    if (!text.empty()) to[member] = text;
}
void put(json::object& to, const char* member, std::int64_t number) {
    to[member] = number;
}
void put(json::object& to, const char* member, const storage::mark& number) {
    if (number.value != 0) to[member] = number.value;
}

template <class Row>
json::object columns_of(const Row& row) {
    json::object object;
    Row::columns(row, [&](const char*, const char* member, const auto& value) {
        if (*member != '\0') put(object, member, value);
    });
    return object;
}

template <class Row>
void put_list(json::object& to, const char* member, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    auto& list = to[member].emplace_array();
    for (const auto& row : rows) list.push_back(columns_of(row));
}

template <class Row>
void put_parts(json::object&, const Row&) {}

void put_parts(json::object& to, const storage::contact_row& person) {
    if (person.address) to["address"] = columns_of(*person.address);
    put_list(to, "phones", person.phones);
    put_list(to, "socials", person.socials);
    put_list(to, "identifiers", person.identifiers);
}

const json::value* find(const json::object& object, const char* member) {
    return object.if_contains(member);
}

void get(const json::object& from, const char* member, std::string& text) {
    const auto* value = find(from, member);
    if (value == nullptr) return;
    if (!value->is_string()) throw malformed{std::string(member) + " is not a text"};
    text.assign(value->get_string().data(), value->get_string().size());
}
void get(const json::object& from, const char* member, std::int64_t& number) {
    const auto* value = find(from, member);
    if (value == nullptr) throw malformed{std::string(member) + " is missing"};
    if (!value->is_int64()) throw malformed{std::string(member) + " is not a whole number"};
    number = value->get_int64();
}
void get(const json::object& from, const char* member, storage::mark& number) {
    if (find(from, member) != nullptr) get(from, member, number.value);
}

template <class Row>
void get_columns(const json::value& from, Row& row) {
    if (!from.is_object()) throw malformed{"a part of it is not an object"};
    Row::columns(row, [&](const char*, const char* member, auto& value) {
        if (*member != '\0') get(from.get_object(), member, value);
    });
}

template <class Row>
void get_list(const json::object& from, const char* member, std::vector<Row>& rows, const std::string& contact) {
    const auto* list = find(from, member);
    if (list == nullptr) return;
    if (!list->is_array()) throw malformed{std::string(member) + " is not an array"};
    for (const auto& each : list->get_array()) {
        auto& row = rows.emplace_back();
        get_columns(each, row);
        row.contact_id = contact;
    }
}

template <class Row>
void get_parts(const json::object&, Row&) {}

void get_parts(const json::object& from, storage::contact_row& person) {
    if (const auto* address = find(from, "address")) {
        get_columns(*address, person.address.emplace());
        person.address->contact_id = person.id;
    }
    get_list(from, "phones", person.phones, person.id);
    get_list(from, "socials", person.socials, person.id);
    get_list(from, "identifiers", person.identifiers, person.id);
}

// An empty record of the kind with this number.
template <std::size_t... I>
record make(std::size_t kind, std::index_sequence<I...>) {
    record made;
    ((kind == I ? static_cast<void>(made.emplace<I>()) : void()), ...);
    return made;
}

record read(std::string_view line) {
    if (!domain::is_utf8(line)) throw malformed{"it is not UTF-8"};
    boost::system::error_code failed;
    const auto value = json::parse({line.data(), line.size()}, failed);
    if (failed || !value.is_object()) throw malformed{"it is not a JSON object"};
    std::string kind;
    get(value.get_object(), kind_member, kind);
    const auto* const known = std::find(kinds.begin(), kinds.end(), kind);
    if (known == kinds.end()) throw malformed{"its kind is none that this version knows"};
    auto made = make(static_cast<std::size_t>(known - kinds.begin()), std::make_index_sequence<kinds.size()>());
    std::visit(
        [&](auto& row) {
            get_columns(value, row);
            get_parts(value.get_object(), row);
        },
        made);
    return made;
}

// Numbers as texts that sort as they do; they are never negative.
std::string padded(std::int64_t number) {
    constexpr std::size_t digits = 19;
    std::string text = std::to_string(number);
    text.insert(0, digits - std::min(digits, text.size()), '0');
    return text;
}

std::string key_of(const organization_row&) {
    return {};
}
std::string key_of(const storage::source_row& row) {
    return row.id;
}
std::string key_of(const storage::contact_row& row) {
    return row.id;
}
std::string key_of(const storage::link_row& row) {
    return row.interaction_id;
}
std::string key_of(const storage::decision_row& row) {
    return row.interaction_id;
}
std::string key_of(const storage::resolution_row& row) {
    return row.channel + '\0' + row.integration_id;
}
std::string key_of(const storage::change_row& row) {
    return padded(row.generation);
}

}  // namespace

std::string render(const record& one) {
    json::object object{{kind_member, kinds.at(one.index())}};
    std::visit(
        [&](const auto& row) {
            for (auto& member : columns_of(row)) object[member.key()] = std::move(member.value());
            put_parts(object, row);
        },
        one);
    return json::serialize(object);
}

domain::result<record> parse_record(std::string_view line) {
    try {
        auto one = read(line);
        if (render(one) == line) return one;
        throw malformed{
            "it is not in the form an export gives it: it has members that do not belong there, or empty ones, or "
            "in another order or spelling"};
    } catch (const malformed& fault) {
        return domain::failure(domain::errc::invalid, fault.why);
    }
}

std::string order_key(const record& one) {
    return std::visit([](const auto& row) { return key_of(row); }, one);
}

}  // namespace extsrc::transfer
