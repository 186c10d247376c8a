-- What servers need on which writers run side by side: turns of organizations, and records of committed transactions.
-- serves builds from: 3

-- Every transaction that changes something of an organization changes its row first, so that they run one after another.
ALTER TABLE organization ADD COLUMN turn BIGINT DEFAULT 0 NOT NULL;

-- Committed is 0 where somebody made certain that the transaction never will be. Rows are kept for an hour.
CREATE TABLE write_record (
    id         CHAR(36) NOT NULL PRIMARY KEY,
    committed  INTEGER NOT NULL,
    written_at BIGINT NOT NULL
) {{TABLE}};

CREATE INDEX write_record_age ON write_record (written_at);

-- Searches, cursors and exports rely on the order of bytes, in which SQLite and MariaDB compare as these tables are made.
-- @postgresql
ALTER TABLE external_source ALTER COLUMN id TYPE CHAR(36) COLLATE "C", ALTER COLUMN unique_name TYPE VARCHAR(600) COLLATE "C";
ALTER TABLE contact ALTER COLUMN id TYPE CHAR(36) COLLATE "C";
ALTER TABLE identifier ALTER COLUMN value TYPE VARCHAR(255) COLLATE "C", ALTER COLUMN contact_id TYPE CHAR(36) COLLATE "C";
ALTER TABLE interaction_link ALTER COLUMN interaction_id TYPE VARCHAR(255) COLLATE "C";
ALTER TABLE decision ALTER COLUMN interaction_id TYPE VARCHAR(255) COLLATE "C";
ALTER TABLE contact_word ALTER COLUMN word TYPE VARCHAR(255) COLLATE "C", ALTER COLUMN contact_id TYPE CHAR(36) COLLATE "C";
ALTER TABLE searchable_contact
    ALTER COLUMN contact_id TYPE CHAR(36) COLLATE "C",
    ALTER COLUMN last_name TYPE VARCHAR(100) COLLATE "C",
    ALTER COLUMN first_name TYPE VARCHAR(100) COLLATE "C",
    ALTER COLUMN middle_name TYPE VARCHAR(100) COLLATE "C",
    ALTER COLUMN title TYPE VARCHAR(100) COLLATE "C";
-- @end

-- A column of TEXT holds 64 KiB there.
-- @mysql
ALTER TABLE contact MODIFY COLUMN custom_fields MEDIUMTEXT NOT NULL;
-- @end
