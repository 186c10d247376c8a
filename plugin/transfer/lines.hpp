// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace extsrc::transfer {

/// What part of a transfer is under way.
enum class part : std::uint8_t { exporting, checking, storing, verifying };

/// Thrown by those below, through whoever calls them, to end a transfer: nobody watches any more, or a line can be neither
/// written nor read. Carries the status with which whoever began the transfer wants it to end.
class broken_off : public std::runtime_error {
public:
    broken_off(std::int32_t status, const std::string& why) : std::runtime_error(why), status_(status) {}
    [[nodiscard]] std::int32_t status() const noexcept { return status_; }

private:
    std::int32_t status_;
};

/// Where lines go.
class line_sink {
public:
    line_sink() = default;
    line_sink(const line_sink&) = delete;
    line_sink& operator=(const line_sink&) = delete;
    virtual ~line_sink() = default;
    /// @param line without its break  @throws broken_off
    virtual void put(std::string_view line) = 0;
};

/// Where lines come from; the same whenever it is rewound.
class line_source {
public:
    line_source() = default;
    line_source(const line_source&) = delete;
    line_source& operator=(const line_source&) = delete;
    virtual ~line_source() = default;
    /// @param line receives the next one without its break, borrowed until the next call  @return false behind the last one
    /// @throws broken_off
    virtual bool next(std::string_view& line) = 0;
    /// @throws broken_off
    virtual void rewind() = 0;
};

/// Who is told how far things are.
class observer {
public:
    observer() = default;
    observer(const observer&) = delete;
    observer& operator=(const observer&) = delete;
    virtual ~observer() = default;
    /// @param done lines so far   @param total lines in all, 0 while that is not known  @throws broken_off
    virtual void progress(part which, std::uint64_t done, std::uint64_t total) = 0;
};

}  // namespace extsrc::transfer
