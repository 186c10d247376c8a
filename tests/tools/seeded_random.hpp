// SPDX-License-Identifier: BSL-1.0
/// @file Random numbers that are the same on every machine for one seed; the distributions of std differ between libraries.
#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace tools {

/// A seeded generator with the few draws the generator of interactions needs. Not for threads.
class seeded_random {
public:
    explicit seeded_random(std::uint64_t seed) : engine_(seed) {}

    /// A number of 0..bound-1; bound > 0. The bias of the remainder does not matter here.
    std::uint64_t below(std::uint64_t bound) { return engine_() % bound; }

    /// True in `percent` of 100 cases.
    bool chance(std::uint64_t percent) { return below(100) < percent; }

    std::uint64_t bits() { return engine_(); }

    template <typename T>
    void shuffle(std::vector<T>& values) {
        for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace tools
