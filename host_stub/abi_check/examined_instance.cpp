// SPDX-License-Identifier: BSL-1.0
#include "examined_instance.hpp"

#include "loader/guarded_call.hpp"
#include "loader/negotiation.hpp"
#include "loader/text_sink.hpp"
#include "watch.hpp"

#include <boost/json.hpp>

#include <chrono>
#include <utility>

namespace ccphost {
namespace {

constexpr std::chrono::nanoseconds step_time = std::chrono::seconds(30);

std::int64_t soon() {
    return mono_now_ns() + step_time.count();
}

bool is_json_object(const std::string& text) {
    boost::system::error_code malformed;
    const auto parsed = boost::json::parse(text, malformed);
    return !malformed && parsed.is_object();
}

}  // namespace

examined_instance::examined_instance(const instance_terms& terms, std::uint16_t number)
    : descriptor_(terms.descriptor),
      listed_(terms.listed),
      host_(terms.descriptor->id, number, terms.config, terms.shared),
      registry_(terms.listed) {}

std::string examined_instance::fault_of(std::int32_t status) const {
    const auto text = host_.services().take_error();
    if (status == CCP_OK) return {};
    return text.empty() ? "answers " + status_text(status) : text;
}

std::string examined_instance::create() {
    const watch guarded("create");
    const ccp_plugin_v1* made = nullptr;
    const auto status = guarded_call(host_.services(), [&] { return descriptor_->create(&host_.table(), &made); });
    if (auto fault = fault_of(status); !fault.empty()) return fault;
    const auto fits = check_instance(made);
    abandoned_ = !fits && made != nullptr;
    if (!fits) return fits.error().why;
    plugin_ = made;
    return {};
}

std::string examined_instance::start() {
    const watch guarded("start");
    started_ = true;
    return fault_of(guarded_call(host_.services(), [&] { return plugin_->start(plugin_->self, &registry_.table(), soon()); }));
}

std::string examined_instance::health() {
    const watch guarded("health");
    text_sink detail;
    const auto fault =
        fault_of(guarded_call(host_.services(), [&] { return plugin_->health(plugin_->self, soon(), &detail.table()); }));
    const auto text = detail.take();
    if (!fault.empty()) return text.empty() ? fault : fault + ": " + text;
    return text.empty() || is_json_object(text) ? "" : "its detail is no JSON object: " + text;
}

std::string examined_instance::tasks() const {
    const watch guarded("get_extension");
    std::string why;
    auto thrown = fault_of(guarded_call(host_.services(), [&] {
        if (const auto found = check_tasks(*plugin_, *listed_); !found) why = found.error().why;
        return CCP_OK;
    }));
    return thrown.empty() ? why : thrown;
}

std::string examined_instance::transfer() const {
    const watch guarded("get_extension");
    std::string why;
    auto thrown = fault_of(guarded_call(host_.services(), [&] {
        if (const auto found = check_transfer(*plugin_); !found) why = found.error().why;
        return CCP_OK;
    }));
    return thrown.empty() ? why : thrown;
}

std::string examined_instance::console(console_offer& offer) const {
    const watch guarded("get_extension");
    std::string why;
    auto thrown = fault_of(guarded_call(host_.services(), [&] {
        const auto table = check_console(*plugin_);
        if (!table) {
            why = table.error().why;
        } else if (*table != nullptr) {
            auto read = read_console(**table);
            if (read) offer = std::move(*read);
            if (!read) why = read.error().why;
        }
        return CCP_OK;
    }));
    return thrown.empty() ? why : thrown;
}

std::string examined_instance::extension(const char* id, const void*& table) const {
    const watch guarded("get_extension");
    table = nullptr;
    return fault_of(guarded_call(host_.services(), [&] {
        if (plugin_->get_extension != nullptr) table = plugin_->get_extension(plugin_->self, id);
        return CCP_OK;
    }));
}

std::string examined_instance::drain() {
    const watch guarded("drain");
    return fault_of(guarded_call(host_.services(), [&] { return plugin_->drain(plugin_->self); }));
}

std::string examined_instance::stop() {
    const watch guarded("stop");
    return fault_of(guarded_call(host_.services(), [&] { return plugin_->stop(plugin_->self, soon()); }));
}

std::string examined_instance::destroy() {
    const watch guarded("destroy");
    const auto* ending = std::exchange(plugin_, nullptr);
    return fault_of(guarded_call(host_.services(), [&] {
        ending->destroy(ending->self);
        return CCP_OK;
    }));
}

}  // namespace ccphost
