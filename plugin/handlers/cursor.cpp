// SPDX-License-Identifier: BSL-1.0
#include "handlers/cursor.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

constexpr std::size_t key_bytes = 32;

std::string to_hex(const unsigned char* bytes, std::size_t size) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text.append({digits[bytes[i] >> 4U], digits[bytes[i] & 15U]});
    return text;
}

// URL-safe base64 without padding, on top of OpenSSL's plain one.
std::string encode(std::string_view bytes) {
    std::vector<unsigned char> text(4 * ((bytes.size() + 2) / 3) + 1);
    const int size =
        EVP_EncodeBlock(text.data(), reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    std::string encoded(text.begin(), text.begin() + size);
    std::replace(encoded.begin(), encoded.end(), '+', '-');
    std::replace(encoded.begin(), encoded.end(), '/', '_');
    encoded.erase(encoded.find_last_not_of('=') + 1);
    return encoded;
}

std::optional<std::string> decode(std::string_view encoded) {
    std::string text(encoded);
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    const std::size_t padding = (4 - text.size() % 4) % 4;
    text.append(padding, '=');
    std::vector<unsigned char> bytes(text.size());
    const int size =
        EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    if (size < 0 || static_cast<std::size_t>(size) < padding) return std::nullopt;
    return std::string(bytes.begin(), bytes.begin() + size - static_cast<std::ptrdiff_t>(padding));
}

domain::error bad_cursor() {
    return domain::invalid_field("cursor", "cursor.invalid",
                                 "The cursor is damaged, older than 24 hours, or of another listing.");
}

}  // namespace

std::string cursor_codec::random_key() {
    std::array<unsigned char, key_bytes> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("no randomness for a signing key");
    return to_hex(bytes.data(), bytes.size());
}

std::string cursor_codec::sign(std::string_view listing, const domain::organization_id& organization,
                               std::string_view payload) const {
    // Lengths keep two different triples from running together to the same bytes.
    std::string text = std::to_string(listing.size()) + ":" + organization.text() + ":";
    text.append(listing).append(payload);
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int size = 0;
    if (HMAC(EVP_sha256(), key_.data(), static_cast<int>(key_.size()), reinterpret_cast<const unsigned char*>(text.data()),
             text.size(), mac.data(), &size) == nullptr)
        throw std::runtime_error("HMAC-SHA256 is not available");
    return {reinterpret_cast<const char*>(mac.data()), size};
}

std::string cursor_codec::make(std::string_view listing, const domain::organization_id& organization, std::string_view position,
                               domain::timestamp now) const {
    std::string payload = std::to_string(now + life_us) + "|";
    payload.append(position);
    return encode(payload) + "." + encode(sign(listing, organization, payload));
}

domain::result<std::string> cursor_codec::read(std::string_view token, std::string_view listing,
                                               const domain::organization_id& organization, domain::timestamp now) const {
    if (token.empty()) return std::string();
    const auto dot = token.find('.');
    if (dot == std::string_view::npos) return bad_cursor();
    const auto payload = decode(token.substr(0, dot));
    const auto mac = decode(token.substr(dot + 1));
    if (!payload || !mac) return bad_cursor();
    const std::string expected = sign(listing, organization, *payload);
    if (mac->size() != expected.size() || CRYPTO_memcmp(mac->data(), expected.data(), expected.size()) != 0)
        return bad_cursor();

    const auto bar = payload->find('|');
    domain::timestamp expires = 0;
    const auto [end, ec] = std::from_chars(payload->data(), payload->data() + std::min(bar, payload->size()), expires);
    if (bar == std::string::npos || ec != std::errc() || end != payload->data() + bar || expires < now) return bad_cursor();
    return payload->substr(bar + 1);
}

}  // namespace extsrc::handlers
