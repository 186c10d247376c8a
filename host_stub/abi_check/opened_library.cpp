// SPDX-License-Identifier: BSL-1.0
#include "opened_library.hpp"

#include "loader/mapped_library.hpp"

#include <dlfcn.h>

#include <chrono>
#include <thread>

namespace ccphost {
namespace {

failure linker_failure(const std::string& otherwise) {
    const char* reason = ::dlerror();
    return {step::load, reason == nullptr ? otherwise : reason};
}

}  // namespace

result<opened_library> opened_library::open(const std::filesystem::path& file) {
    void* handle = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr) return linker_failure(file.string() + " cannot be loaded");
    return opened_library(file, handle);
}

ccp_plugin_entry_fn opened_library::entry() const noexcept {
    return reinterpret_cast<ccp_plugin_entry_fn>(::dlsym(handle_, CCP_PLUGIN_ENTRY));
}

result<void> opened_library::close() {
    constexpr int patience = 10;
    if (::dlclose(handle_) != 0) return linker_failure("cannot be unloaded");
    for (int i = 0; is_mapped(file_) && i < patience; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    if (!is_mapped(file_)) return {};
    return failure{step::unload, "stays in the memory map after dlclose, and a reload would leave it there"};
}

}  // namespace ccphost
