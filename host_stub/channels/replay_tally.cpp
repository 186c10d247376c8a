// SPDX-License-Identifier: BSL-1.0
#include "replay_tally.hpp"

#include <spdlog/fmt/fmt.h>

#include <array>

namespace ccphost {

void replay_tally::add(const resolution_record& resolution, std::chrono::nanoseconds took) {
    ++total_;
    ++outcomes_[resolution.outcome];
    if (resolution.contact_id) contacts_.insert(*resolution.contact_id);
    latency_.add(took);
}

void replay_tally::add_rejected() {
    ++total_;
    ++outcomes_["rejected"];
}

std::uint64_t replay_tally::of(const std::string& outcome) const {
    const auto found = outcomes_.find(outcome);
    return found == outcomes_.end() ? 0 : found->second;
}

std::string replay_tally::summary(std::chrono::nanoseconds duration, bool interrupted) const {
    using milliseconds = std::chrono::duration<double, std::milli>;
    const auto seconds = std::chrono::duration<double>(duration).count();
    auto text = fmt::format("{} {} interactions in {:.2f} s, {:.0f}/s\n", interrupted ? "stopped after" : "replayed", total_,
                            seconds, seconds > 0 ? static_cast<double>(total_) / seconds : 0);
    for (const char* outcome : std::array{"matched", "created", "merged", "unresolved", "disabled", "rejected"}) {
        text += fmt::format("  {:<11}{:>10}\n", outcome, of(outcome));
    }
    text += fmt::format("distinct contacts {}\nresolve latency p50 {:.3f} ms, p99 {:.3f} ms\n", contacts_.size(),
                        milliseconds(latency_.percentile(0.5)).count(), milliseconds(latency_.percentile(0.99)).count());
    return text;
}

}  // namespace ccphost
