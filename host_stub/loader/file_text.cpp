// SPDX-License-Identifier: BSL-1.0
#include "file_text.hpp"

#include <array>
#include <fstream>

namespace ccphost {

// Through read(), which keeps the buffer's exceptions to itself; its iterators let them out.
std::optional<std::string> file_text(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return std::nullopt;
    std::string text;
    std::array<char, 4096> piece{};
    do {
        stream.read(piece.data(), piece.size());
        text.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
    } while (stream);
    if (stream.bad()) return std::nullopt;
    return text;
}

}  // namespace ccphost
