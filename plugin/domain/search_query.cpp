// SPDX-License-Identifier: BSL-1.0
#include "domain/search_query.hpp"

#include "domain/identifier_readings.hpp"
#include "domain/phone_number.hpp"
#include "domain/search_words.hpp"
#include "domain/unicode_text.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace extsrc::domain {
namespace {

struct token {
    std::string_view text;
    bool quoted = false;
};

void add_token(std::vector<token>& tokens, std::string_view text, bool quoted) {
    if (!text.empty()) tokens.push_back({text, quoted});
}

std::string_view without_separators(std::string_view word) {
    const auto first = word.find_first_not_of(",;");
    if (first == std::string_view::npos) return {};
    return word.substr(first, word.find_last_not_of(",;") - first + 1);
}

// A quotation mark that is never closed holds to the end.
std::vector<token> split(std::string_view rest) {
    std::vector<token> tokens;
    for (bool quoted = false; !rest.empty(); quoted = !quoted) {
        const auto end = std::min(rest.find('"'), rest.size());
        const auto stretch = rest.substr(0, end);
        if (quoted)
            add_token(tokens, trim(stretch), true);
        else
            for (const auto word : split_at_white_space(stretch)) add_token(tokens, without_separators(word), false);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return tokens;
}

// Tokens that are one phone number together.
struct phone_run {
    std::size_t length;
    std::string typed;
};

std::optional<phone_run> longest_phone(std::span<const token> tokens, std::string_view region) {
    std::optional<phone_run> longest;
    std::string typed;
    for (std::size_t i = 0; i < tokens.size() && !tokens[i].quoted; ++i) {
        typed.append(i == 0 ? "" : " ").append(tokens[i].text);
        if (dialled_e164(typed, region)) longest = phone_run{i + 1, typed};
    }
    return longest;
}

search_keyword quoted_keyword(std::string_view text) {
    return {search_word(text), {std::string(text)}};
}

search_keyword read_keyword(std::string_view text, std::string_view region) {
    const bool is_handle = text.size() > 1 && text.front() == '@';
    return {search_word(is_handle ? text.substr(1) : text), identifier_readings(text, region)};
}

std::vector<search_keyword> to_keywords(std::span<const token> tokens, std::string_view region) {
    std::vector<search_keyword> keywords;
    while (!tokens.empty()) {
        const auto phone = longest_phone(tokens, region);
        const std::size_t taken = phone ? phone->length : 1;
        const auto& first = tokens.front();
        keywords.push_back(first.quoted ? quoted_keyword(first.text) : read_keyword(phone ? phone->typed : first.text, region));
        tokens = tokens.subspan(taken);
    }
    return keywords;
}

}  // namespace

result<std::vector<search_keyword>> read_query(std::string_view text, std::string_view phone_region, std::string_view field) {
    const auto line = single_line(field, text, max_query_length);
    if (!line) return line.error();
    const auto tokens = split(*line);
    if (tokens.empty() && !line->empty())
        return invalid_field(std::string(field), "value.invalid", std::string(field) + " has no word to search by.");
    if (tokens.size() > max_keywords)
        return invalid_field(std::string(field), "too.many",
                             std::string(field) + " has more than " + std::to_string(max_keywords) + " keywords.");
    return to_keywords(tokens, phone_region);
}

}  // namespace extsrc::domain
