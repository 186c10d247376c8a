// SPDX-License-Identifier: BSL-1.0
#include "mapped_library.hpp"

#include <dlfcn.h>

#include <fstream>

namespace ccphost {

result<void> keep_resident(const std::string& name) {
    if (::dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE) != nullptr) return {};
    const char* reason = ::dlerror();
    return failure{step::load, "resident library " + name + ": " + (reason == nullptr ? "cannot be loaded" : reason)};
}

bool is_mapped(const std::filesystem::path& file) {
    std::ifstream maps("/proc/self/maps");
    if (!maps) return true;
    for (std::string line; std::getline(maps, line);) {
        if (line.find(" " + file.string()) != std::string::npos) return true;
    }
    return false;
}

}  // namespace ccphost
