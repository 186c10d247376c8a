// SPDX-License-Identifier: BSL-1.0
#include "plugin_library.hpp"

#include "c_text.hpp"
#include "negotiation.hpp"

#include <dlfcn.h>

#include <chrono>
#include <fstream>
#include <thread>

namespace ccphost {
namespace {

// Kept for the life of the process, so that a reload cycles the plugin alone and no library's exit handlers run early.
result<void> keep_resident(const std::string& name) {
    if (::dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE) != nullptr) return {};
    const char* reason = ::dlerror();
    return failure{step::load, "resident library " + name + ": " + (reason == nullptr ? "cannot be loaded" : reason)};
}

bool is_mapped(const std::filesystem::path& file) {
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        if (line.find(file.string()) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

plugin_library::plugin_library(staged_library staged, boost::dll::shared_library library)
    : staged_(std::move(staged)), library_(std::move(library)) {}

result<plugin_library> plugin_library::open(const manifest& listed) {
    for (const auto& name : listed.resident) {
        if (const auto kept = keep_resident(name); !kept) return kept.error();
    }
    auto staged = staged_library::make(listed.library, listed.library_sha256);
    if (!staged) return staged.error();
    boost::dll::shared_library library;
    try {
        // The throwing overload is the one that reports dlerror's text.
        library.load(staged->path().string(), boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
    } catch (const std::exception& error) {
        return failure{step::load, listed.library.string() + ": " + error.what()};
    }
    if (!library.has(CCP_PLUGIN_ENTRY)) {
        return failure{step::load, listed.library.string() + " does not export " CCP_PLUGIN_ENTRY};
    }
    plugin_library opened(std::move(*staged), std::move(library));
    const auto entry = reinterpret_cast<ccp_plugin_entry_fn>(::dlsym(opened.library_.native(), CCP_PLUGIN_ENTRY));
    const ccp_host_range range{header_of<ccp_host_range>(), CCP_ABI_MAJOR, CCP_ABI_MINOR, 0};
    opened.descriptor_ = entry(&range);
    if (const auto fits = check_descriptor(opened.descriptor_, listed); !fits) return fits.error();
    return opened;
}

result<void> plugin_library::unload() {
    descriptor_ = nullptr;
    library_.unload();
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (!is_mapped(staged_.path())) return {};
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return failure{step::unload, "the library stays mapped; memory is held, serving is not affected"};
}

}  // namespace ccphost
