// SPDX-License-Identifier: BSL-1.0
/// @file A program under test.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace ccphost::test {

/// A directory that goes away with the object.
class temporary_directory {
public:
    temporary_directory();
    temporary_directory(const temporary_directory&) = delete;
    temporary_directory& operator=(const temporary_directory&) = delete;
    ~temporary_directory();
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A running program; killed when the object goes away before it ended.
class child_process {
public:
    /// @throw std::system_error when it cannot be started
    explicit child_process(std::vector<std::string> command);
    child_process(const child_process&) = delete;
    child_process& operator=(const child_process&) = delete;
    ~child_process();

    /// The next line of its standard output without the line break; empty at its end.
    std::string read_line();
    /// Everything it still writes to its standard output.
    std::string read_rest();
    /// What it has written to standard error so far.
    [[nodiscard]] std::string errors() const;
    /// Waits until standard error holds the text; false after 20 s.
    [[nodiscard]] bool wait_for_error(const std::string& text) const;
    void signal(int number) const;
    /// Waits for its end. @return the exit code, or minus the number of the signal that killed it
    int wait();

private:
    temporary_directory directory_;
    pid_t pid_ = -1;
    int output_ = -1;
};

/// A program run to its end.
struct finished {
    int code;
    std::string output;
    std::string errors;
};
finished run(std::vector<std::string> command);

/// Writes a file anew.
void write_file(const std::filesystem::path& file, const std::string& content);
/// Reads a file whole.
std::string read_file(const std::filesystem::path& file);

}  // namespace ccphost::test
