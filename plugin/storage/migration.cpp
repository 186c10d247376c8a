// SPDX-License-Identifier: BSL-1.0
#include "storage/migration.hpp"

#include <openssl/evp.h>

#include <array>
#include <string>

namespace extsrc::storage {
namespace {

constexpr std::string_view block_mark = "-- @";
constexpr std::string_view block_end = "-- @end";

std::string_view trim_line(std::string_view line) {
    const auto last = line.find_last_not_of(" \t\r");
    return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

// The text with other dialects' blocks and all whole-line comments removed.
std::string select_dialect(std::string_view text, std::string_view dialect) {
    std::string kept;
    bool in_block = false;
    bool skipping = false;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        const auto line = trim_line(text.substr(0, end + (text[end] == '\n' ? 0 : 1)));
        text.remove_prefix(end + 1);
        if (line == block_end) {
            in_block = skipping = false;
        } else if (line.starts_with(block_mark)) {
            in_block = true;
            skipping = line.substr(block_mark.size()) != dialect;
        } else if (!skipping && !line.starts_with("--")) {
            kept.append(line).push_back('\n');
        }
    }
    if (in_block) throw failure(failure_kind::internal, "a migration ends inside a dialect's block");
    return kept;
}

void replace_all(std::string& text, std::string_view macro, std::string_view value) {
    for (auto at = text.find(macro); at != std::string::npos; at = text.find(macro, at + value.size()))
        text.replace(at, macro.size(), value);
}

}  // namespace

std::string checksum(const migration& step) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(step.text.data(), step.text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw failure(failure_kind::internal, "SHA-256 is not available");
    static constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text.push_back(hex[digest[i] >> 4U]);
        text.push_back(hex[digest[i] & 15U]);
    }
    return text;
}

std::vector<std::string> statements(const migration& step, const dialect& dialect) {
    std::string text = select_dialect(step.text, dialect.name());
    replace_all(text, "{{KEYED_TABLE}}", dialect.keyed_table_options());
    replace_all(text, "{{TABLE}}", dialect.table_options());

    std::vector<std::string> found;
    std::string current;
    bool quoted = false;
    for (const char c : text) {
        if (c == '\'') quoted = !quoted;
        if (c == ';' && !quoted) {
            found.push_back(std::move(current));
            current.clear();
        } else if (!current.empty() || (c != '\n' && c != ' ')) {
            current.push_back(c);
        }
    }
    if (quoted || !current.empty()) throw failure(failure_kind::internal, "a migration ends inside a statement");
    return found;
}

}  // namespace extsrc::storage
