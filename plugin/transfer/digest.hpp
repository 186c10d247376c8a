// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace extsrc::transfer {

/// The SHA-256 of lines, each with a line feed at its end.
class digest {
public:
    digest();
    void add_line(std::string_view line);
    /// In hexadecimal. Nothing may be added any more.
    [[nodiscard]] std::string take();

private:
    struct state;
    struct end {
        void operator()(state* ended) const noexcept;
    };
    void add(std::string_view bytes);
    std::unique_ptr<state, end> state_;
};

}  // namespace extsrc::transfer
