// SPDX-License-Identifier: BSL-1.0
#include "domain/id.hpp"

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace extsrc::domain {
namespace {

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}  // namespace

std::optional<std::string> canonical_uuid(std::string_view text) {
    // Boost.UUID's reader also takes braces and missing dashes; ids on the wire have one form.
    if (text.size() != 36) return std::nullopt;
    std::string canonical(text);
    for (std::size_t i = 0; i < canonical.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? canonical[i] != '-' : !is_hex(canonical[i])) return std::nullopt;
        if (canonical[i] >= 'A' && canonical[i] <= 'F') canonical[i] = static_cast<char>(canonical[i] - 'A' + 'a');
    }
    return canonical;
}

std::string random_uuid() {
    return boost::uuids::to_string(boost::uuids::random_generator()());
}

std::optional<division_id> division_id::parse(std::string_view text) {
    if (text == "*") return division_id();
    auto canonical = canonical_uuid(text);
    if (!canonical) return std::nullopt;
    return division_id(std::move(*canonical));
}

}  // namespace extsrc::domain
