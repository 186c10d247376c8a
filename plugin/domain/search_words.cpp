// SPDX-License-Identifier: BSL-1.0
#include "domain/search_words.hpp"

#include "domain/unicode_text.hpp"

#include <initializer_list>

namespace extsrc::domain {
namespace {

// Collects words until there are too many.
class word_list {
public:
    void add(std::string_view text) {
        auto word = search_word(trim(text));
        if (!word.empty() && words_.size() < max_search_words) words_.insert(std::move(word));
    }
    void add_parts(std::string_view text) {
        for (const auto part : split_at_punctuation(text)) add(part);
    }
    void add_name(std::string_view text) {
        add(text);
        for (const auto word : split_at_white_space(text)) {
            add(word);
            add_parts(word);
        }
    }
    void add_email(std::string_view address) {
        add(address);
        const auto at = address.rfind('@');
        if (at == std::string_view::npos) return;
        add(address.substr(at + 1));
        add_parts(address.substr(0, at));
    }
    [[nodiscard]] std::set<std::string> take() { return std::move(words_); }

private:
    std::set<std::string> words_;
};

std::string joined(std::initializer_list<std::string_view> names) {
    std::string whole;
    for (const auto name : names) {
        if (name.empty()) continue;
        if (!whole.empty()) whole += ' ';
        whole += name;
    }
    return whole;
}

}  // namespace

std::set<std::string> search_words(const contact_profile& profile) {
    word_list words;
    for (const auto* name : {&profile.last_name, &profile.first_name, &profile.middle_name}) words.add_name(*name);
    words.add(joined({profile.first_name, profile.last_name}));
    words.add(joined({profile.first_name, profile.middle_name, profile.last_name}));
    for (const auto& email : profile.emails) words.add_email(email);
    for (const auto& account : profile.socials) {
        if (!account) continue;
        words.add_name(account->name);
        words.add(account->handle);
    }
    for (const auto* text : {&profile.title, &profile.salutation}) words.add_name(*text);
    return words.take();
}

std::string search_word(std::string_view text) {
    return std::string(first_code_points(fold_case(text), max_search_word));
}

std::string sort_key(std::string_view text) {
    return std::string(first_code_points(fold_case(text), max_sort_key));
}

}  // namespace extsrc::domain
