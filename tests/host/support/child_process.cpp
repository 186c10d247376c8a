// SPDX-License-Identifier: BSL-1.0
#include "child_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>

namespace ccphost::test {

temporary_directory::temporary_directory() {
    auto pattern = (std::filesystem::temp_directory_path() / "ccp-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::system_error(errno, std::generic_category(), "mkdtemp");
    path_ = pattern;
}

temporary_directory::~temporary_directory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

child_process::child_process(std::vector<std::string> command) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    const auto errors = (directory_.path() / "stderr").string();
    std::vector<char*> arguments;
    for (auto& each : command) arguments.push_back(each.data());
    arguments.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ == 0) {
        const int file = ::open(errors.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::dup2(ends[1], STDOUT_FILENO);
        ::dup2(file, STDERR_FILENO);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    output_ = ends[0];
    if (pid_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
}

child_process::~child_process() {
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        wait();
    }
    ::close(output_);
}

std::string child_process::read_line() {
    std::string line;
    for (char c = 0; ::read(output_, &c, 1) == 1 && c != '\n';) line += c;
    return line;
}

std::string child_process::read_rest() {
    std::string text;
    char block[4096];
    for (ssize_t count = 0; (count = ::read(output_, block, sizeof block)) > 0;)
        text.append(block, static_cast<std::size_t>(count));
    return text;
}

std::string child_process::errors() const {
    return read_file(directory_.path() / "stderr");
}

bool child_process::wait_for_error(const std::string& text) const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (errors().find(text) == std::string::npos) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

void child_process::signal(int number) const {
    ::kill(pid_, number);
}

int child_process::wait() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

finished run(std::vector<std::string> command) {
    child_process child(std::move(command));
    auto output = child.read_rest();
    const int code = child.wait();
    return {code, std::move(output), child.errors()};
}

void write_file(const std::filesystem::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
}

std::string read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace ccphost::test
