// SPDX-License-Identifier: BSL-1.0
#include "one_line.hpp"

#include <algorithm>

namespace ccphost {

std::string one_line(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return line;
}

}  // namespace ccphost
