// SPDX-License-Identifier: BSL-1.0
#include "plugin_library.hpp"

#include "c_text.hpp"
#include "mapped_library.hpp"
#include "negotiation.hpp"

#include <dlfcn.h>

#include <chrono>
#include <thread>

namespace ccphost {
namespace {

const ccp_descriptor_v1* ask_entry(void* library) {
    const auto entry = reinterpret_cast<ccp_plugin_entry_fn>(::dlsym(library, CCP_PLUGIN_ENTRY));
    const ccp_host_range range{header_of<ccp_host_range>(), CCP_ABI_MAJOR, CCP_ABI_MINOR, 0};
    return entry(&range);
}

}  // namespace

plugin_library::plugin_library(staged_library staged, boost::dll::shared_library library)
    : staged_(std::move(staged)), library_(std::move(library)) {}

result<plugin_library> plugin_library::open(const manifest& listed, step_log& log) {
    auto staged = staged_library::make(listed.library, listed.library_sha256, log);
    if (!staged) return staged.error();
    log.begin(step::load);
    for (const auto& name : listed.resident) {
        if (const auto kept = keep_resident(name); !kept) return kept.error();
    }
    boost::dll::shared_library library;
    try {
        // The throwing overload is the one that reports dlerror's text.
        library.load(staged->path().string(), boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
    } catch (const std::exception& error) {
        return failure{step::load, listed.library.string() + ": " + error.what()};
    } catch (...) {
        return failure{step::load, listed.library.string() + ": an exception came out of its initialisers"};
    }
    if (!library.has(CCP_PLUGIN_ENTRY)) {
        return failure{step::load, listed.library.string() + " does not export " CCP_PLUGIN_ENTRY};
    }
    log.begin(step::negotiate);
    plugin_library opened(std::move(*staged), std::move(library));
    try {
        opened.descriptor_ = ask_entry(opened.library_.native());
    } catch (...) {
        return failure{step::negotiate, listed.library.string() + ": an exception came out of " CCP_PLUGIN_ENTRY};
    }
    if (const auto fits = check_descriptor(opened.descriptor_, listed); !fits) return fits.error();
    return opened;
}

void plugin_library::keep_for_ever() const noexcept {
    static_cast<void>(::dlopen(staged_.path().c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NOLOAD | RTLD_NODELETE));
}

result<void> plugin_library::unload(step_log& log) {
    log.begin(step::unload);
    descriptor_ = nullptr;
    library_.unload();
    log.begin(step::verify);
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (!is_mapped(staged_.path())) return {};
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return failure{step::verify, "the library stays mapped; memory is held, serving is not affected"};
}

}  // namespace ccphost
