// SPDX-License-Identifier: BSL-1.0
#include "archive_lines.hpp"

#include "loader/c_text.hpp"

#include <exception>

namespace ccphost {
namespace {

constexpr std::size_t longest_line = std::size_t{64} * 1024 * 1024;

}  // namespace

archive_lines::archive_lines(const std::filesystem::path& file)
    : stream_(file, std::ios::binary), table_{header_of<ccp_line_source_v1>(), this, &next, &rewind} {
    std::error_code bad;
    const auto size = std::filesystem::file_size(file, bad);
    if (bad || !stream_) return;
    bytes_ = size;
    reader_.emplace(stream_, longest_line);
}

std::int32_t archive_lines::next(void* ctx, ccp_str* line) noexcept {
    auto& self = *static_cast<archive_lines*>(ctx);
    try {
        const bool more = self.reader_->next(self.line_);
        if (self.stream_.bad()) return CCP_E_IO;
        if (!more) return CCP_E_NOT_FOUND;
        if (self.line_.too_long) return CCP_E_ARGUMENT;
        *line = to_c(self.line_.text);
        return CCP_OK;
    } catch (const std::exception&) {
        return CCP_E_IO;
    }
}

std::int32_t archive_lines::rewind(void* ctx) noexcept {
    auto& self = *static_cast<archive_lines*>(ctx);
    try {
        self.stream_.clear();
        self.stream_.seekg(0);
        self.reader_.emplace(self.stream_, longest_line);
        return self.stream_ ? CCP_OK : CCP_E_IO;
    } catch (const std::exception&) {
        return CCP_E_IO;
    }
}

}  // namespace ccphost
