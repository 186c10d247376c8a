// SPDX-License-Identifier: BSL-1.0
#include "command_line.hpp"

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    try {
        return ccphost::run_abi_check(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "abi-check: %s\n", error.what());
        return 1;
    }
}
