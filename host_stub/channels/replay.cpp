// SPDX-License-Identifier: BSL-1.0
#include "replay.hpp"

#include "line_reader.hpp"
#include "ordered_window.hpp"
#include "progress_bar.hpp"
#include "result_record.hpp"

#include <fstream>
#include <iostream>
#include <thread>
#include <vector>

namespace ccphost {
namespace {

constexpr std::size_t longest_line = std::size_t{64} * 1024;
constexpr std::size_t window_per_worker = 64;

// One line, done.
struct replayed {
    std::string line;
    std::optional<resolution_record> resolution;  // none for a line that is no interaction
    std::chrono::nanoseconds took{};
};

replayed work_on(const resolver& through, const numbered_line& line) {
    if (line.too_long)
        return {render_rejected(line.number, {"longer than " + std::to_string(longest_line) + " bytes", {}}), {}};
    const auto interaction = parse_interaction(line.text);
    if (!interaction) return {render_rejected(line.number, interaction.error()), {}};
    const auto begun = std::chrono::steady_clock::now();
    auto resolution = through.resolve(*interaction);
    const auto took = std::chrono::steady_clock::now() - begun;
    if (resolution.outcome == "rejected") resolution.reason.insert(0, "line " + std::to_string(line.number) + ": ");
    auto text = render_result(*interaction, resolution);
    return {std::move(text), std::move(resolution), took};
}

// Where results go: nowhere, standard output, or a file.
class result_output {
public:
    explicit result_output(const std::optional<std::string>& to) {
        if (!to) return;
        if (*to != "-") file_.open(*to, std::ios::binary | std::ios::trunc);
        stream_ = *to == "-" ? &std::cout : &file_;
    }
    void put(const std::string& line) {
        if (stream_ != nullptr) *stream_ << line << '\n';
    }
    [[nodiscard]] bool good() const { return stream_ == nullptr || stream_->good(); }
    bool flush() {
        if (stream_ != nullptr) stream_->flush();
        return good();
    }

private:
    std::ofstream file_;
    std::ostream* stream_ = nullptr;
};

}  // namespace

result<replay_outcome> replay(const plugin_set& plugins, const replay_options& options, const std::atomic<bool>& stopping) {
    std::error_code bad;
    const auto size = std::filesystem::file_size(options.input, bad);
    std::ifstream input(options.input, std::ios::binary);
    if (bad || !input) return failure{step::replay, options.input.string() + " cannot be read"};
    result_output output(options.output);
    if (!output.good()) return failure{step::replay, *options.output + " cannot be written"};

    replay_outcome outcome;
    const auto begun = std::chrono::steady_clock::now();
    std::atomic<std::uint64_t> done = 0;
    std::atomic<bool> unwritable = false;
    ordered_window<numbered_line, replayed> window(window_per_worker * options.workers, [&](const replayed& one) {
        output.put(one.line);
        if (!output.good()) unwritable = true;
        one.resolution ? outcome.tally.add(*one.resolution, one.took) : outcome.tally.add_rejected();
        ++done;
    });
    const resolver through(plugins, options.retry, stopping);
    std::vector<std::thread> workers;
    for (std::size_t i = 0; i < options.workers; ++i) {
        workers.emplace_back([&] { window.run([&](const numbered_line& line) { return work_on(through, line); }); });
    }
    {
        progress_bar progress(size, "interactions");
        line_reader reader(input, longest_line);
        for (numbered_line line; !stopping && !unwritable && reader.next(line);) {
            window.put(std::move(line));
            progress.show(reader.bytes_read(), done);
        }
        outcome.interrupted = stopping;
        window.close();
        for (auto& each : workers) each.join();
    }
    outcome.duration = std::chrono::steady_clock::now() - begun;
    if (!output.flush()) return failure{step::replay, *options.output + " cannot be written"};
    if (input.bad()) return failure{step::replay, options.input.string() + " cannot be read"};
    return outcome;
}

}  // namespace ccphost
