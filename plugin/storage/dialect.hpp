// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/database_url.hpp"
#include "storage/failure.hpp"

#include <soci/soci.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace extsrc::storage {

/// What a session may do.
enum class access : bool { read_only, read_write };

/// How transactions that write get along.
enum class writing : std::uint8_t {
    one_at_a_time,  ///< one excludes every other on the database
    side_by_side,   ///< they lock rows
};

/// Breaks off what runs on a session. Never throws.
using breaker = std::function<void()>;

/// Everything in which one database differs from another. Repositories know none of it. Every function may be called from any
/// thread.
class dialect {
public:
    dialect() = default;
    dialect(const dialect&) = delete;
    dialect& operator=(const dialect&) = delete;
    virtual ~dialect() = default;

    /// Opens a connection, set up for this project's rules of durability and isolation. Where the address names several hosts,
    /// takes one that serves. Gives up after a few seconds. @throws failure
    [[nodiscard]] virtual std::unique_ptr<soci::session> connect(access mode) const = 0;

    /// Starts a transaction that sees one state of the database, from a read_only session.
    virtual void begin_read(soci::session& session) const = 0;

    /// Starts a transaction that will write. One at a time: it cannot fail half-way for want of the write lock, and waits for
    /// it a tenth of a second at most, after which the error is one of contention and the caller sees whether to go on waiting.
    /// Side by side: each statement sees what others committed before it.
    virtual void begin_write(soci::session& session) const = 0;

    /// Starts a transaction that changes the schema, which excludes every other such one. Waits as begin_write does. Only where
    /// changes of the schema roll back.
    virtual void begin_schema_change(soci::session& session) const = 0;

    /// Commits. Also reports that the transaction had failed, or ended by itself, where the database would not.
    virtual void commit(soci::session& session) const { session << "COMMIT"; }

    virtual void roll_back(soci::session& session) const { session << "ROLLBACK"; }

    /// Whether a transaction is open on the session, also after the database ended it by itself.
    [[nodiscard]] virtual bool in_transaction(soci::session& session) const = 0;

    /// How to break off, on another thread, what runs on the session; made on the session's own thread. What runs then fails
    /// soon after, and the session is of no more use. Valid while the session lives, also when its connection broke meanwhile.
    [[nodiscard]] virtual breaker break_off(soci::session& session) const = 0;

    /// Classifies an error by the backend's native code, the connection still being as the error left it. The text never
    /// repeats values that were bound: they are people's data, or secrets.
    [[nodiscard]] virtual failure classify(soci::session& session, const soci::soci_error& error) const = 0;

    /// Whether a statement of a migration failed because the database is already as it would make it.
    [[nodiscard]] virtual bool was_done_already(const soci::soci_error& /*error*/) const { return false; }

    [[nodiscard]] virtual writing writers() const = 0;
    /// Whether changes of the schema are part of the transaction they are made in; else each commits by itself.
    [[nodiscard]] virtual bool schema_changes_roll_back() const = 0;

    /// Refuses a schema that this database would not keep the rules of. @throws failure (unusable)
    virtual void inspect_schema(soci::session& /*session*/) const {}

    /// Name of this dialect's blocks in migration files.
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// What the macros {{TABLE}} and {{KEYED_TABLE}} of migration files stand for.
    [[nodiscard]] virtual std::string_view table_options() const = 0;
    [[nodiscard]] virtual std::string_view keyed_table_options() const = 0;
};

/// The dialect for a database address. @throws failure (unusable)
[[nodiscard]] std::unique_ptr<dialect> make_dialect(const database_url& url);

/// Each in a file of its own. @throws failure (unusable) for parameters of another form
[[nodiscard]] std::unique_ptr<dialect> make_sqlite_dialect(const std::string& parameters);
[[nodiscard]] std::unique_ptr<dialect> make_postgresql_dialect(const std::string& parameters);
[[nodiscard]] std::unique_ptr<dialect> make_mysql_dialect(const std::string& parameters);
[[nodiscard]] std::unique_ptr<dialect> make_odbc_dialect(const std::string& parameters);

}  // namespace extsrc::storage
