// SPDX-License-Identifier: BSL-1.0
#include "clients.hpp"

#include "random_token.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <openssl/evp.h>

#include <stdexcept>
#include <utility>

namespace ccphost {
namespace {

// The rest of an Authorization value after its scheme, without the spaces between.
std::optional<std::string_view> after_scheme(std::string_view header, std::string_view scheme) {
    if (!boost::algorithm::istarts_with(header, scheme) || header.size() <= scheme.size() || header[scheme.size()] != ' ') {
        return std::nullopt;
    }
    const auto begin = header.find_first_not_of(' ', scheme.size());
    if (begin == std::string_view::npos) return std::nullopt;
    return header.substr(begin, header.find_last_not_of(' ') - begin + 1);
}

std::optional<std::string> base64_decoded(std::string_view text) {
    if (text.empty() || text.size() % 4 != 0 || text.size() > 4096) return std::nullopt;
    std::string bytes(text.size() / 4 * 3, '\0');
    const auto length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                        reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    if (length < 0) return std::nullopt;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
    bytes.resize(static_cast<std::size_t>(length) - padding);
    return bytes;
}

}  // namespace

std::optional<basic_credentials> parse_basic(std::string_view header) {
    const auto encoded = after_scheme(header, "Basic");
    if (!encoded) return std::nullopt;
    const auto plain = base64_decoded(*encoded);
    if (!plain) return std::nullopt;
    const auto colon = plain->find(':');
    if (colon == std::string::npos) return std::nullopt;
    return basic_credentials{plain->substr(0, colon), plain->substr(colon + 1)};
}

std::optional<std::string_view> parse_bearer(std::string_view header) {
    return after_scheme(header, "Bearer");
}

std::string sha256(std::string_view text) {
    std::string digest(32, '\0');
    if (EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char*>(digest.data()), nullptr, EVP_sha256(), nullptr) !=
        1) {
        throw std::runtime_error("SHA-256 is not available");
    }
    return digest;
}

bool clients::add(client_account account, std::string_view secret) {
    auto id = account.id;
    return known_.try_emplace(std::move(id), entry{std::make_shared<const client_account>(std::move(account)), sha256(secret)})
        .second;
}

std::shared_ptr<const client_account> clients::authenticate(const basic_credentials& given) const {
    static const std::string nobody(32, '\0');
    const auto found = known_.find(given.id);
    const auto& expected = found == known_.end() ? nobody : found->second.secret_hash;
    const bool equal = equal_secrets(sha256(given.secret), expected);
    return equal && found != known_.end() ? found->second.account : nullptr;
}

}  // namespace ccphost
