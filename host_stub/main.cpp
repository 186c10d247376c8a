// SPDX-License-Identifier: BSL-1.0
#include "command_line.hpp"
#include "loader/memory_arenas.hpp"

#include <csignal>
#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    ccphost::limit_memory_arenas();
    try {
        return ccphost::run_command_line(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "ccp-host: %s\n", error.what());
        return 1;
    }
}
