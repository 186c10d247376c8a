// SPDX-License-Identifier: BSL-1.0
#include "transfer_progress.hpp"

#include "loader/c_text.hpp"

#include <exception>
#include <string>

namespace ccphost {
namespace {

std::string counted_in(std::uint32_t part) {
    switch (part) {
        case CCP_TRANSFER_EXPORTING:
            return "lines exported";
        case CCP_TRANSFER_CHECKING:
            return "lines checked";
        case CCP_TRANSFER_STORING:
            return "lines stored";
        case CCP_TRANSFER_VERIFYING:
            return "lines verified";
        default:
            return "lines";
    }
}

}  // namespace

transfer_progress::transfer_progress(const std::atomic<bool>& stopping, const archive_lines* archive)
    : stopping_(stopping), archive_(archive), table_{header_of<ccp_transfer_watch_v1>(), this, &progress} {}

std::int32_t transfer_progress::progress(void* ctx, std::uint32_t part, std::uint64_t done, std::uint64_t total) noexcept {
    auto& self = *static_cast<transfer_progress*>(ctx);
    if (self.stopping_) return CCP_E_CANCELLED;
    try {
        self.show(part, done, total);
    } catch (const std::exception&) {  // a transfer does not fail for want of a bar
        self.bar_.reset();
    }
    return CCP_OK;
}

void transfer_progress::show(std::uint32_t part, std::uint64_t done, std::uint64_t total) {
    const bool by_bytes = part == CCP_TRANSFER_CHECKING && archive_ != nullptr;
    if (part != part_ || !bar_) {
        bar_.reset();
        bar_.emplace(by_bytes ? archive_->bytes() : total, counted_in(part));
        part_ = part;
    }
    bar_->show(by_bytes ? archive_->bytes_read() : done, done);
}

}  // namespace ccphost
