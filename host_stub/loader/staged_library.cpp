// SPDX-License-Identifier: BSL-1.0
#include "staged_library.hpp"

#include "checksum.hpp"
#include "elf_image.hpp"

#include <cstdlib>
#include <cstring>
#include <utility>

namespace ccphost {

namespace fs = std::filesystem;

staged_library::staged_library(fs::path directory, const fs::path& name)
    : directory_(std::move(directory)), file_(directory_ / name) {}

staged_library::staged_library(staged_library&& other) noexcept
    : directory_(std::exchange(other.directory_, {})), file_(std::exchange(other.file_, {})) {}

staged_library::~staged_library() {
    std::error_code ignored;
    if (!directory_.empty()) fs::remove_all(directory_, ignored);
}

result<staged_library> staged_library::make(const fs::path& library, const std::string& sha256, step_log& log) {
    log.begin(step::stage);
    std::error_code bad;
    const auto temporary = fs::temp_directory_path(bad);
    auto pattern =
        (bad ? temporary : fs::canonical(temporary, bad)).string() + "/ccp-host-XXXXXX";  // as the memory map names it
    if (bad || ::mkdtemp(pattern.data()) == nullptr) {                                    // mkdtemp makes it with mode 0700
        return failure{step::stage, "no private directory in the temporary directory: " + std::string(std::strerror(errno))};
    }
    staged_library staged(pattern, library.filename());
    fs::copy_file(library, staged.file_, bad);
    if (bad) return failure{step::stage, library.string() + " cannot be copied: " + bad.message()};
    fs::permissions(staged.file_, fs::perms::owner_read | fs::perms::owner_exec, bad);
    if (bad) return failure{step::stage, staged.file_.string() + ": " + bad.message()};

    log.begin(step::checksum);
    const auto found = sha256_of_file(staged.file_);
    if (!found) return found.error();
    if (*found != sha256) {
        return failure{step::checksum, library.string() + " has SHA-256 " + *found + ", but the manifest says " + sha256};
    }
    if (auto fault = elf_fault(staged.file_); !fault.empty()) return failure{step::load, library.string() + " " + fault};
    return staged;
}

}  // namespace ccphost
