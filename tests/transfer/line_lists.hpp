// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "transfer/lines.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace extsrc::transfer {

/// Lines that an export wrote.
class kept_lines final : public line_sink {
public:
    void put(std::string_view line) override { lines.emplace_back(line); }
    std::vector<std::string> lines;
};

/// Lines for an import; borrowed.
class given_lines final : public line_source {
public:
    explicit given_lines(const std::vector<std::string>& lines) : lines_(lines) {}
    bool next(std::string_view& line) override {
        if (at_ == lines_.size()) return false;
        line = lines_[at_++];
        return true;
    }
    void rewind() override { at_ = 0; }

private:
    const std::vector<std::string>& lines_;
    std::size_t at_ = 0;
};

}  // namespace extsrc::transfer
