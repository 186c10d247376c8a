// SPDX-License-Identifier: BSL-1.0
#include "complete_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace ccphost {
namespace {

constexpr int readable_by_owner = 0600;  // people's data

// The name of a file is as durable as the directory that has it.
bool sync_directory(const std::filesystem::path& file) noexcept {
    const auto directory = std::filesystem::absolute(file).parent_path();
    const int opened = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return false;
    const bool synced = ::fsync(opened) == 0;
    ::close(opened);
    return synced;
}

// Whoever had the lock before may have put the file in its place meanwhile, so that the name is another's or nobody's.
bool is_named(int opened, const std::filesystem::path& name) noexcept {
    struct stat held {};
    struct stat named {};
    return ::fstat(opened, &held) == 0 && ::stat(name.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
           held.st_dev == named.st_dev;
}

}  // namespace

complete_file::complete_file(std::filesystem::path place) : place_(std::move(place)), partial_(place_) {
    partial_ += ".partial";
}

failure complete_file::cannot(const char* what) const {
    return {step::transfer, partial_.string() + " cannot be " + what + ": " + std::generic_category().message(errno)};
}

result<void> complete_file::begin() {
    const int opened = ::open(partial_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, readable_by_owner);
    if (opened < 0) return cannot("written");
    file_.reset(::fdopen(opened, "wb"));
    if (::flock(opened, LOCK_EX | LOCK_NB) != 0 || !is_named(opened, partial_))
        return failure{step::transfer, "another process writes " + partial_.string()};
    found_remains_ = ::lseek(opened, 0, SEEK_END) > 0;
    if (::ftruncate(opened, 0) != 0 || ::lseek(opened, 0, SEEK_SET) != 0) return cannot("emptied");
    return {};
}

bool complete_file::write(std::string_view bytes) noexcept {
    return std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size();
}

result<void> complete_file::complete() {
    if (std::fflush(file_.get()) != 0 || ::fsync(::fileno(file_.get())) != 0) return cannot("written");
    if (::rename(partial_.c_str(), place_.c_str()) != 0 || !sync_directory(place_)) return cannot("put in its place");
    file_.reset();
    return {};
}

}  // namespace ccphost
