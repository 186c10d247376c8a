// SPDX-License-Identifier: BSL-1.0
#include "domain/unicode_text.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/idna.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <memory>
#include <new>
#include <stdexcept>

namespace extsrc::domain {
namespace {

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

void expect_success(UErrorCode code) {
    if (U_FAILURE(code)) throw std::runtime_error(std::string("ICU: ") + u_errorName(code));
}

// Calls visit(code point) until it returns false. Malformed sequences arrive as negative values.
template <class Visit>
void for_each_code_point(std::string_view text, Visit visit) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 code_point = 0;
        U8_NEXT(bytes, at, size, code_point);
        if (!visit(code_point)) return;
    }
}

// Stretches of code points of which belongs(code point) holds.
template <class Belongs>
std::vector<std::string_view> stretches(std::string_view text, Belongs belongs) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    std::vector<std::string_view> found;
    std::int32_t begin = 0;
    const auto close = [&](std::int32_t end) {
        if (end > begin) found.push_back(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
    };
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t start = at;
        UChar32 code_point = 0;
        U8_NEXT(bytes, at, size, code_point);
        if (belongs(code_point)) continue;
        close(start);
        begin = at;
    }
    close(size);
    return found;
}

}  // namespace

bool is_utf8(std::string_view text) {
    bool valid = true;
    for_each_code_point(text, [&](UChar32 c) { return valid = c >= 0; });
    return valid;
}

std::string_view trim(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::int32_t first = 0;
    auto last = static_cast<std::int32_t>(text.size());
    while (first < last) {
        std::int32_t next = first;
        UChar32 c = 0;
        U8_NEXT(bytes, next, last, c);
        if (!u_isUWhiteSpace(c)) break;
        first = next;
    }
    while (first < last) {
        std::int32_t previous = last;
        UChar32 c = 0;
        U8_PREV(bytes, first, previous, c);
        if (!u_isUWhiteSpace(c)) break;
        last = previous;
    }
    return text.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first));
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for_each_code_point(text, [&](UChar32) { return ++count, true; });
    return count;
}

bool has_control(std::string_view text) {
    bool found = false;
    for_each_code_point(text, [&](UChar32 c) { return !(found = u_charType(c) == U_CONTROL_CHAR); });
    return found;
}

bool has_white_space(std::string_view text) {
    bool found = false;
    for_each_code_point(text, [&](UChar32 c) { return !(found = c >= 0 && u_isUWhiteSpace(c)); });
    return found;
}

std::string_view first_code_points(std::string_view text, std::size_t max) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    std::int32_t end = 0;
    for (std::size_t count = 0; count < max && end < size; ++count) U8_FWD_1(bytes, end, size);
    return text.substr(0, static_cast<std::size_t>(end));
}

std::vector<std::string_view> split_at_white_space(std::string_view text) {
    return stretches(text, [](UChar32 c) { return c < 0 || !u_isUWhiteSpace(c); });
}

std::vector<std::string_view> split_at_punctuation(std::string_view text) {
    return stretches(text, [](UChar32 c) { return c >= 0 && (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0); });
}

std::string fold_case(std::string_view text) {
    UErrorCode code = U_ZERO_ERROR;
    const icu::Normalizer2* composed = icu::Normalizer2::getNFCInstance(code);
    expect_success(code);
    // Folding may leave a sequence that composes differently, hence the second pass.
    std::string normal;
    std::string folded;
    std::string result;
    icu::StringByteSink<std::string> to_normal(&normal);
    composed->normalizeUTF8(0, piece(text), to_normal, nullptr, code);
    icu::StringByteSink<std::string> to_folded(&folded);
    icu::CaseMap::utf8Fold(0, piece(normal), to_folded, nullptr, code);
    icu::StringByteSink<std::string> to_result(&result);
    composed->normalizeUTF8(0, piece(folded), to_result, nullptr, code);
    expect_success(code);
    return result;
}

std::string to_lower(std::string_view text) {
    UErrorCode code = U_ZERO_ERROR;
    std::string lower;
    icu::StringByteSink<std::string> sink(&lower);
    icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, code);
    expect_success(code);
    return lower;
}

std::optional<std::string> domain_to_ascii(std::string_view domain) {
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<icu::IDNA> idna(
        icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI, code));
    expect_success(code);
    std::string ascii;
    icu::StringByteSink<std::string> sink(&ascii);
    icu::IDNAInfo info;
    idna->nameToASCII_UTF8(piece(domain), sink, info, code);
    if (U_FAILURE(code) || info.hasErrors()) return std::nullopt;
    return ascii;
}

result<std::string> single_line(std::string_view field, std::string_view text, std::size_t max) {
    const std::string name(field);
    if (!is_utf8(text)) return invalid_field(name, "invalid.encoding", name + " is not UTF-8.");
    const std::string_view trimmed = trim(text);
    if (has_control(trimmed)) return invalid_field(name, "control.character", name + " has a control character.");
    if (code_points(trimmed) > max)
        return invalid_field(name, "value.too.long", name + " is longer than " + std::to_string(max) + " characters.");
    return std::string(trimmed);
}

}  // namespace extsrc::domain
