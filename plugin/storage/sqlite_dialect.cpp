// SPDX-License-Identifier: BSL-1.0
#include "storage/dialect.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace extsrc::storage {
namespace {

// SQLite waits this long for a lock before it reports SQLITE_BUSY.
constexpr std::chrono::seconds lock_wait{1};
// For the write lock callers repeat until their own deadline, or until they are told to give up.
constexpr std::chrono::milliseconds write_lock_wait{100};
constexpr int wal_attempts = 50;
constexpr std::chrono::milliseconds wal_pause{20};

sqlite_api::sqlite3* handle(soci::session& session) {
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

void wait_for_locks(soci::session& session, std::chrono::milliseconds at_most) {
    sqlite_api::sqlite3_busy_timeout(handle(session), static_cast<int>(at_most.count()));
}

failure_kind kind_of(int extended) {
    if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY) return failure_kind::unique_violation;
    switch (extended & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return failure_kind::contention;
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return failure_kind::unavailable;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return failure_kind::unusable;
        default:
            return failure_kind::internal;
    }
}

failure_kind kind_of(soci::session& session) {
    return kind_of(sqlite_api::sqlite3_extended_errcode(handle(session)));
}

// Two processes that switch a new file to WAL at the same moment get SQLITE_BUSY without any wait.
void use_wal(soci::session& session) {
    for (int attempt = 1;; ++attempt) {
        try {
            std::string mode;
            session << "PRAGMA journal_mode=WAL", soci::into(mode);
            if (mode != "wal") throw failure(failure_kind::unusable, "SQLite cannot use write-ahead logging on this file");
            return;
        } catch (const soci::soci_error&) {
            if (kind_of(session) != failure_kind::contention || attempt == wal_attempts) throw;
            std::this_thread::sleep_for(wal_pause);
        }
    }
}

// The embedded default shall work in a fresh folder, so the database's folder is made where it is missing.
void make_folder_for(std::string_view parameters) {
    std::string_view file = parameters.substr(std::string_view("db=").size());
    const char end = file.starts_with('"') ? '"' : ' ';
    if (end == '"') file.remove_prefix(1);
    const auto folder = std::filesystem::path(file.substr(0, file.find(end))).parent_path();
    std::error_code failed;
    if (!folder.empty()) std::filesystem::create_directories(folder, failed);
    if (failed) throw failure(failure_kind::unavailable, "cannot make the folder of the SQLite database: " + failed.message());
}

class sqlite_dialect final : public dialect {
public:
    explicit sqlite_dialect(std::string parameters) : parameters_(std::move(parameters)) {
        if (!parameters_.starts_with("db=") || parameters_.size() == 3)
            throw failure(failure_kind::unusable, "the database URL names no file; expected sqlite3://db=PATH");
        make_folder_for(parameters_);
    }

    std::unique_ptr<soci::session> connect(access mode) const override {
        std::unique_ptr<soci::session> session;
        try {
            // The factory object, not the backend's name: SOCI's registry of backends by name does not survive unloading.
            session =
                std::make_unique<soci::session>(soci::sqlite3, parameters_ + " timeout=" + std::to_string(lock_wait.count()));
            use_wal(*session);
            *session << "PRAGMA synchronous=FULL";
            *session << "PRAGMA foreign_keys=ON";
            if (mode == access::read_only) *session << "PRAGMA query_only=ON";
            return session;
        } catch (const soci::soci_error& error) {
            const bool damaged = session && kind_of(*session) == failure_kind::unusable;
            throw failure(damaged ? failure_kind::unusable : failure_kind::unavailable,
                          std::string("cannot open the SQLite database: ") + error.what());
        }
    }

    void begin_read(soci::session& session) const override { session << "BEGIN"; }

    void begin_write(soci::session& session) const override {
        wait_for_locks(session, write_lock_wait);
        session << "BEGIN IMMEDIATE";
        wait_for_locks(session, lock_wait);
    }

    void begin_schema_change(soci::session& session) const override { begin_write(session); }

    bool in_transaction(soci::session& session) const override {
        return sqlite_api::sqlite3_get_autocommit(handle(session)) == 0;
    }

    breaker break_off(soci::session& session) const override {
        return [database = handle(session)] { sqlite_api::sqlite3_interrupt(database); };
    }

    failure classify(soci::session& session, const soci::soci_error& error) const override {
        return {kind_of(session), error.get_error_message()};
    }

    writing writers() const override { return writing::one_at_a_time; }
    bool schema_changes_roll_back() const override { return true; }

    std::string_view name() const override { return "sqlite"; }
    std::string_view table_options() const override { return ""; }
    std::string_view keyed_table_options() const override { return "WITHOUT ROWID"; }

private:
    std::string parameters_;
};

}  // namespace

std::unique_ptr<dialect> make_sqlite_dialect(const std::string& parameters) {
    return std::make_unique<sqlite_dialect>(parameters);
}

}  // namespace extsrc::storage
