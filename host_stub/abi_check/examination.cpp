// SPDX-License-Identifier: BSL-1.0
#include "examination.hpp"

#include "entry_rules.hpp"
#include "file_rules.hpp"
#include "loader/checksum.hpp"
#include "loader/config_schema.hpp"
#include "loader/mapped_library.hpp"
#include "offer.hpp"
#include "watch.hpp"

namespace ccphost {

examination::examination(examination_request request) : request_(std::move(request)), events_([](const event&) {}) {}

void examination::run() {
    read_listed();
    const bool whole = check_file(request_.library, report_);
    if (!whole || !load()) {
        report_.skip(rule::exports, rule::unload, whole ? "the library did not load" : "the file cannot be loaded");
        return;
    }
    const host_services fence("the library", 0, {}, {counters_, &events_});
    const auto* descriptor = check_entry(library_->entry(), fence, listed_ ? &*listed_ : nullptr, report_);
    if (descriptor == nullptr) {
        report_.skip(rule::texts, rule::unload, "there is no usable descriptor");
        return;
    }
    offer_ = describe(*descriptor);
    if (report_.broken(rule::texts)) {
        report_.skip(rule::manifest, rule::memory, "the descriptor lacks texts");
    } else {
        examine_instances(*descriptor);
    }
    unload(*descriptor);
}

void examination::read_listed() {
    if (!request_.manifest) {
        report_.skip(rule::manifest, "needs --manifest");
        return;
    }
    auto read = read_manifest(*request_.manifest);
    if (!read) {
        report_.judge(rule::manifest, read.error().why);
        return;
    }
    listed_ = std::move(*read);
    const auto checksum = sha256_of_file(request_.library);
    if (checksum && *checksum != listed_->library_sha256) {
        report_.judge(rule::manifest,
                      "the library has SHA-256 " + *checksum + ", but the manifest says " + listed_->library_sha256);
    }
}

bool examination::load() {
    const watch guarded("its initialisers");
    if (listed_) {
        for (const auto& name : listed_->resident) {
            if (const auto kept = keep_resident(name); !kept) return report_.judge(rule::load, kept.error().why);
        }
    }
    auto opened = opened_library::open(request_.library);
    if (!opened) return report_.judge(rule::load, opened.error().why);
    library_ = std::move(*opened);
    return report_.judge(rule::load, library_->entry() == nullptr ? "does not export " CCP_PLUGIN_ENTRY : "");
}

// @return why no instance can be started, or empty text
std::string examination::take_config() {
    const auto schema = listed_ ? listed_->configuration_schema : boost::json::value(boost::json::object());
    const bool given = request_.config.has_value();
    if (!listed_ && !given) return "needs --config, or a manifest that accepts {}";
    if (!given) request_.config = boost::json::object();
    const auto fits = validate_config(schema, *request_.config);
    if (!fits && !given) return "needs --config: the manifest does not accept {}";
    if (!listed_) {
        report_.skip(rule::configuration, "needs --manifest");
        return {};
    }
    return report_.judge(rule::configuration, fits ? "" : fits.error().why) ? "" : "the configuration does not fit";
}

void examination::examine_instances(const ccp_descriptor_v1& descriptor) {
    const auto unstarted = take_config();
    report_.skip(rule::configuration, unstarted);
    const instance_terms terms{
        &descriptor, listed_ ? &*listed_ : nullptr, request_.config.value_or(boost::json::object()), {counters_, &events_}};
    life_.emplace(terms, report_, offer_);
    life_->walk(unstarted);
}

void examination::unload(const ccp_descriptor_v1& descriptor) {
    if (lingers()) {
        report_.skip(rule::unload, "its code may still be running");
    } else if ((descriptor.flags & CCP_F_UNLOAD_SAFE) == 0) {
        report_.skip(rule::unload, "is not marked CCP_F_UNLOAD_SAFE");
    } else {
        const watch guarded("its finalisers");
        const auto gone = library_->close();
        report_.judge(rule::unload, gone ? "" : gone.error().why);
    }
}

}  // namespace ccphost
