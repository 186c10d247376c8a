// SPDX-License-Identifier: BSL-1.0
// A thread_local object with a destructor, which the C++ library registers with whatever thread touches it.
#include <string>

thread_local std::string remembered;

extern "C" std::size_t remember(char letter) {
    remembered.push_back(letter);
    return remembered.size();
}
