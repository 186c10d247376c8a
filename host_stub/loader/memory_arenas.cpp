// SPDX-License-Identifier: BSL-1.0
#include "memory_arenas.hpp"

#include <malloc.h>

#include <algorithm>
#include <thread>

namespace ccphost {

void limit_memory_arenas() {
    const auto arenas = std::max(2U, std::thread::hardware_concurrency());
    ::mallopt(M_ARENA_MAX, static_cast<int>(arenas));
}

}  // namespace ccphost
