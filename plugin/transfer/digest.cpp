// SPDX-License-Identifier: BSL-1.0
#include "transfer/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace extsrc::transfer {
namespace {

void require(int done) {
    if (done != 1) throw std::runtime_error("SHA-256 is not available");
}

}  // namespace

struct digest::state {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
};

void digest::end::operator()(state* ended) const noexcept {
    EVP_MD_CTX_free(ended->context);
    delete ended;
}

digest::digest() : state_(new state) {
    require(EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr));
}

void digest::add(std::string_view bytes) {
    require(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()));
}

void digest::add_line(std::string_view line) {
    add(line);
    add("\n");
}

std::string digest::take() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned size = 0;
    require(EVP_DigestFinal_ex(state_->context, bytes.data(), &size));
    constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < size; ++i) {
        text += hex[bytes[i] >> 4U];
        text += hex[bytes[i] & 15U];
    }
    return text;
}

}  // namespace extsrc::transfer
