// SPDX-License-Identifier: BSL-1.0
#include "processes.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

namespace extsrc::concurrency {

worker::worker(const std::string& work, const std::string& url, unsigned seed) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    std::array<std::string, 4> words{EXTSRC_WORKER, work, url, std::to_string(seed)};
    std::array<char*, 5> arguments{words[0].data(), words[1].data(), words[2].data(), words[3].data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    const int failed = posix_spawn(&process_, EXTSRC_WORKER, &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    output_ = fdopen(ends[0], "r");
    if (failed != 0) throw std::runtime_error("cannot start the worker");
}

worker::~worker() {
    if (process_ > 0) {
        kill();
        (void)ended_well();
    }
    std::fclose(output_);
}

std::string worker::line() {
    std::string text;
    for (int c = std::getc(output_); c != EOF; c = std::getc(output_)) {
        if (c == '\n') return text;
        text.push_back(static_cast<char>(c));
    }
    // What was cut short by a kill was not reported.
    return {};
}

std::vector<std::string> worker::rest() {
    std::vector<std::string> lines;
    for (auto text = line(); !text.empty(); text = line()) lines.push_back(text);
    return lines;
}

void worker::kill() {
    ::kill(process_, SIGKILL);
}

bool worker::ended_well() {
    int status = -1;
    if (waitpid(process_, &status, 0) != process_) return false;
    process_ = -1;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace extsrc::concurrency
