// SPDX-License-Identifier: BSL-1.0
#include "fixtures/temp_database.hpp"
#include "work.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>

// concurrency_worker WORK URL SEED: does the work in a process of its own and reports on standard output.
int main(int count, char** arguments) {
    if (count != 4) return 2;
    const auto work = extsrc::concurrency::work_named(arguments[1]);
    if (!work) return 2;
    try {
        extsrc::storage::database database(arguments[2], 2, extsrc::testing::soon());
        work(database, static_cast<unsigned>(std::strtoul(arguments[3], nullptr, 10)), [](const std::string& line) {
            std::puts(line.c_str());
            std::fflush(stdout);
        });
        return 0;
    } catch (const std::exception& failed) {
        std::fprintf(stderr, "worker: %s\n", failed.what());
        return 1;
    }
}
