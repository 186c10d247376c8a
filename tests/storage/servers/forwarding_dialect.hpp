// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/dialect.hpp"

#include <memory>
#include <string_view>
#include <utility>

namespace extsrc::storage {

/// Does as another dialect does; tests change single functions.
class forwarding_dialect : public dialect {
public:
    explicit forwarding_dialect(std::string_view url) : to_(make_dialect(database_url::parse(url))) {}

    std::unique_ptr<soci::session> connect(access mode) const override { return to_->connect(mode); }
    void begin_read(soci::session& session) const override { to_->begin_read(session); }
    void begin_write(soci::session& session) const override { to_->begin_write(session); }
    void begin_schema_change(soci::session& session) const override { to_->begin_schema_change(session); }
    void commit(soci::session& session) const override { to_->commit(session); }
    void roll_back(soci::session& session) const override { to_->roll_back(session); }
    bool in_transaction(soci::session& session) const override { return to_->in_transaction(session); }
    breaker break_off(soci::session& session) const override { return to_->break_off(session); }
    failure classify(soci::session& session, const soci::soci_error& error) const override {
        return to_->classify(session, error);
    }
    bool was_done_already(const soci::soci_error& error) const override { return to_->was_done_already(error); }
    writing writers() const override { return to_->writers(); }
    bool schema_changes_roll_back() const override { return to_->schema_changes_roll_back(); }
    void inspect_schema(soci::session& session) const override { to_->inspect_schema(session); }
    std::string_view name() const override { return to_->name(); }
    std::string_view table_options() const override { return to_->table_options(); }
    std::string_view keyed_table_options() const override { return to_->keyed_table_options(); }

private:
    std::unique_ptr<dialect> to_;
};

}  // namespace extsrc::storage
