// SPDX-License-Identifier: BSL-1.0
#include "line_reader.hpp"

namespace ccphost {

bool line_reader::next(numbered_line& into) {
    constexpr auto end = std::istream::traits_type::eof();
    auto& buffer = *stream_.rdbuf();
    into = {number_ + 1, {}, false};
    auto c = buffer.sbumpc();
    if (c == end) return false;
    ++number_;
    for (; c != end && c != '\n'; c = buffer.sbumpc()) {
        ++bytes_read_;
        if (into.text.size() < limit_) {
            into.text += static_cast<char>(c);
        } else {
            into.too_long = true;
        }
    }
    if (c == '\n') ++bytes_read_;
    if (into.too_long) into.text.clear();
    if (!into.text.empty() && into.text.back() == '\r') into.text.pop_back();
    return true;
}

}  // namespace ccphost
