// SPDX-License-Identifier: BSL-1.0
#include "transfer/value_rules.hpp"

#include "domain/contact.hpp"
#include "domain/id.hpp"
#include "domain/identifier.hpp"
#include "domain/interaction.hpp"
#include "domain/unicode_text.hpp"

namespace extsrc::transfer {

void rules::require(bool kept, std::string_view member, std::string_view otherwise) {
    if (kept || !fault_.empty()) return;
    fault_ = std::string(member) + " " + std::string(otherwise);
}

void rules::uuid(std::string_view member, std::string_view text) {
    require(domain::canonical_uuid(text) == text, member, "is no UUID in small letters");
}

void rules::division(std::string_view member, std::string_view text) {
    if (text != "*") uuid(member, text);
}

void rules::text(std::string_view member, std::string_view text, std::size_t max) {
    require(text.find('\0') == std::string_view::npos, member, "has a NUL");
    require(domain::code_points(text) <= max, member, "is too long");
}

void rules::printable(std::string_view member, std::string_view text, std::size_t max) {
    require(!domain::has_control(text), member, "has a control character");
    this->text(member, text, max);
}

void rules::line(std::string_view member, std::string_view text, std::size_t max) {
    printable(member, text, max);
    require(domain::trim(text) == text, member, "has white space at its ends");
}

void rules::number(std::string_view member, std::int64_t value, std::int64_t least, std::int64_t most) {
    require(value >= least && value <= most, member, "is out of range");
}

void rules::time(std::string_view member, std::int64_t value) {
    number(member, value, 0, domain::max_occurred_at + domain::unpromoted_life_us);
}

void rules::identifier(std::string_view member, std::string_view type, std::string_view source, std::string_view value) {
    const auto known = domain::identifier_type_from(type);
    require(known.has_value(), member, "is of no known type");
    const bool external = known == domain::identifier_type::external_id;
    require(external != source.empty(), member, external ? "has no source" : "has a source, but is no external ID");
    if (!source.empty()) uuid(member, source);
    require(!value.empty(), member, "has no value");
    line(member, value, domain::identifier::max_value);
}

}  // namespace extsrc::transfer
