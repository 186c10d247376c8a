// SPDX-License-Identifier: BSL-1.0
#include "checksum.hpp"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace ccphost {
namespace {

using digest_bytes = std::array<unsigned char, EVP_MAX_MD_SIZE>;

std::string hexadecimal(const digest_bytes& bytes, unsigned int length) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < length; ++i) {
        text += digits[bytes.at(i) >> 4];
        text += digits[bytes.at(i) & 15];
    }
    return text;
}

}  // namespace

result<std::string> sha256_of_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return failure{step::checksum, file.string() + " cannot be read"};
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    bool good = digest != nullptr && EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr) == 1;
    std::array<char, 1 << 16> block{};
    while (good && stream) {
        stream.read(block.data(), block.size());
        good = EVP_DigestUpdate(digest.get(), block.data(), static_cast<std::size_t>(stream.gcount())) == 1;
    }
    digest_bytes bytes{};
    unsigned int length = 0;
    if (!good || stream.bad() || EVP_DigestFinal_ex(digest.get(), bytes.data(), &length) != 1) {
        return failure{step::checksum, "SHA-256 of " + file.string() + " cannot be computed"};
    }
    return hexadecimal(bytes, length);
}

std::string sha256_of_text(std::string_view text) {
    digest_bytes bytes{};
    unsigned int length = 0;
    if (EVP_Digest(text.data(), text.size(), bytes.data(), &length, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("SHA-256 is not available");
    }
    return hexadecimal(bytes, length);
}

}  // namespace ccphost
