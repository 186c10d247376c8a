// SPDX-License-Identifier: BSL-1.0
#include "watch.hpp"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstring>

namespace ccphost {
namespace {

constexpr unsigned patience_s = 60;
constexpr int broken = 1;
std::atomic<const char*> current = nullptr;

void say(const char* text) noexcept {
    (void)!::write(STDERR_FILENO, text, std::strlen(text));
}

// Nothing here but what a signal handler may call.
void end(int signal) {
    const char* call = current;
    say("abi-check: fail: the plugin ");
    say(signal == SIGALRM ? "did not return from " : "crashed in ");
    say(call == nullptr ? "a thread of its own" : call);
    say("\n");
    ::_exit(broken);
}

}  // namespace

watch::watch(const char* call) noexcept : outer_(current.exchange(call)) {
    ::alarm(patience_s);
}

watch::~watch() {
    current = outer_;
    ::alarm(outer_ == nullptr ? 0 : patience_s);
}

void watch_for_crashes() {
    for (const int each : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGALRM}) std::signal(each, &end);
}

}  // namespace ccphost
