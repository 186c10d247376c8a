// SPDX-License-Identifier: BSL-1.0
#include "storage/dialect.hpp"
#include "storage/postgresql_rules.hpp"

#include <soci/odbc/soci-odbc.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace extsrc::storage {
namespace {

// SQLite's driver has one state for all errors, and SQLite's own numbers.
constexpr int sqlite_busy = 5;
constexpr int sqlite_locked = 6;
constexpr int sqlite_constraint = 19;
constexpr std::array<int, 5> sqlite_away{3, 8, 10, 13,
                                         14};  // no permission, only reads, I/O error, full disk, cannot be opened

soci::odbc_session_backend& backend(soci::session& session) {
    return *static_cast<soci::odbc_session_backend*>(session.get_backend());
}

bool is_sqlite(soci::session& session) {
    return backend(session).get_database_product() == soci::odbc_session_backend::prod_sqlite;
}

failure_kind kind_of_sqlite(const soci::odbc_soci_error& error) {
    const int number = error.native_error_code() & 0xff;
    if (number == sqlite_busy || number == sqlite_locked) return failure_kind::contention;
    if (std::find(sqlite_away.begin(), sqlite_away.end(), number) != sqlite_away.end()) return failure_kind::unavailable;
    const std::string_view text = error.what();
    if (number == sqlite_constraint && text.find("UNIQUE") != std::string_view::npos) return failure_kind::unique_violation;
    return failure_kind::internal;
}

// The driver manager's own states for time limits, and PostgreSQL's.
failure_kind kind_of_postgresql(std::string_view state) {
    if (state == "HYT00") return failure_kind::unavailable;
    if (state == "HYT01") return failure_kind::disconnected;
    return kind_of_sql_state(state);
}

void set_up_sqlite(soci::session& session, access mode) {
    session << "PRAGMA journal_mode=WAL";
    session << "PRAGMA synchronous=FULL";
    session << "PRAGMA foreign_keys=ON";
    session << "PRAGMA busy_timeout=100";
    if (mode == access::read_only) session << "PRAGMA query_only=ON";
}

// A statement cannot be broken off from another thread, so that the server has to end it.
void set_up_postgresql(soci::session& session, access mode) {
    for (const char* setting : {"lock_timeout = '1s'", "statement_timeout = '5s'",
                                "idle_in_transaction_session_timeout = '60s'", "client_connection_check_interval = '2s'"})
        session << std::string("SET ") + setting;
    require_lasting_unicode(session);
    if (mode == access::read_write) return;
    session << "SET default_transaction_read_only = on";
    session << "SET default_transaction_isolation = 'repeatable read'";
}

/// PostgreSQL and SQLite through their ODBC drivers. Which of the two it is, is known when a session is there, so that the
/// answers about the database come from a first session.
class odbc_dialect final : public dialect {
public:
    explicit odbc_dialect(std::string parameters) : parameters_(std::move(parameters)), sqlite_(is_sqlite(*open())) {}

    std::unique_ptr<soci::session> connect(access mode) const override {
        try {
            auto session = open();
            sqlite_ ? set_up_sqlite(*session, mode) : set_up_postgresql(*session, mode);
            return session;
        } catch (const soci::soci_error&) {
            // The text may repeat the connection string, with its password.
            throw failure(failure_kind::unavailable, "cannot set up the connection through ODBC");
        }
    }

    // PostgreSQL's driver commits after each statement unless it is told of the transaction; SQLite's leaves what is sent
    // alone.
    void begin_read(soci::session& session) const override {
        if (sqlite_)
            session << "BEGIN";
        else
            session.begin();
    }
    void begin_write(soci::session& session) const override {
        if (sqlite_)
            session << "BEGIN IMMEDIATE";
        else
            session.begin();
    }
    void begin_schema_change(soci::session& session) const override {
        begin_write(session);
        if (sqlite_) return;
        session << lock_postgresql_schema;
        session << "SET LOCAL statement_timeout = 0";
    }
    void commit(soci::session& session) const override {
        if (sqlite_)
            session << "COMMIT";
        else
            session.commit();
    }
    void roll_back(soci::session& session) const override {
        if (sqlite_)
            session << "ROLLBACK";
        else
            session.rollback();
    }

    // The driver manager does not tell; whoever asks does so to roll back, which is refused where nothing is open.
    bool in_transaction(soci::session&) const override { return true; }

    breaker break_off(soci::session&) const override {
        return [] {};
    }

    failure classify(soci::session&, const soci::soci_error& error) const override {
        const auto* native = dynamic_cast<const soci::odbc_soci_error*>(&error);
        if (native == nullptr) return {failure_kind::internal, error.get_error_message()};
        const auto* state = reinterpret_cast<const char*>(native->odbc_error_code());
        return {sqlite_ ? kind_of_sqlite(*native) : kind_of_postgresql(state), error.get_error_message()};
    }

    writing writers() const override { return sqlite_ ? writing::one_at_a_time : writing::side_by_side; }
    bool schema_changes_roll_back() const override { return true; }

    std::string_view name() const override { return sqlite_ ? "sqlite" : "postgresql"; }
    std::string_view table_options() const override { return ""; }
    std::string_view keyed_table_options() const override { return sqlite_ ? "WITHOUT ROWID" : ""; }

private:
    [[nodiscard]] std::unique_ptr<soci::session> open() const {
        std::unique_ptr<soci::session> session;
        try {
            session = std::make_unique<soci::session>(soci::odbc, parameters_);
        } catch (const soci::soci_error&) {
            throw failure(failure_kind::unavailable, "cannot connect through ODBC");
        }
        const auto product = backend(*session).get_database_product();
        if (product != soci::odbc_session_backend::prod_sqlite && product != soci::odbc_session_backend::prod_postgresql)
            throw failure(failure_kind::unusable, "through ODBC this build serves PostgreSQL and SQLite alone");
        return session;
    }

    std::string parameters_;
    bool sqlite_;
};

}  // namespace

std::unique_ptr<dialect> make_odbc_dialect(const std::string& parameters) {
    return std::make_unique<odbc_dialect>(parameters);
}

}  // namespace extsrc::storage
