-- External sources, contacts, their identifiers, and the links and decisions of identity resolution.
--
-- Macros: {{TABLE}} closes a table, {{KEYED_TABLE}} one whose rows are found by their primary key alone.
-- Times are microseconds since 1970 in UTC, ids lower-case UUID text, '' stands for "none" where NULL would weaken a key.

-- Generation counts the changes that move identifiers or sources; change_log says which. Both are written in the transaction
-- of the change, and the row's update is the lock that puts generations in the order of commits.
CREATE TABLE organization (
    id          CHAR(36) NOT NULL PRIMARY KEY,
    generation  BIGINT NOT NULL
) {{TABLE}};

CREATE TABLE change_log (
    organization_id CHAR(36) NOT NULL,
    generation      BIGINT NOT NULL,
    kind            VARCHAR(32) NOT NULL,
    subject_id      CHAR(36) NOT NULL,
    changed_at      BIGINT NOT NULL,
    PRIMARY KEY (organization_id, generation)
) {{KEYED_TABLE}};

-- The cap on active sources is ten slots under a unique key; a source is active while it holds one. A deleted source keeps its
-- row, since external IDs still refer to it, but gives up its unique name.
CREATE TABLE external_source (
    id              CHAR(36) NOT NULL PRIMARY KEY,
    organization_id CHAR(36) NOT NULL,
    name            VARCHAR(200) NOT NULL,
    unique_name     VARCHAR(600),
    link_template   VARCHAR(400) NOT NULL,
    active_slot     INTEGER,
    created_at      BIGINT NOT NULL,
    modified_at     BIGINT NOT NULL,
    deleted_at      BIGINT NOT NULL,
    CONSTRAINT external_source_name UNIQUE (organization_id, unique_name),
    CONSTRAINT external_source_slot UNIQUE (organization_id, active_slot),
    CONSTRAINT external_source_cap CHECK (active_slot BETWEEN 1 AND 10)
) {{TABLE}};

CREATE TABLE contact (
    id                  CHAR(36) NOT NULL PRIMARY KEY,
    organization_id     CHAR(36) NOT NULL,
    division_id         VARCHAR(36) NOT NULL,
    type                VARCHAR(16) NOT NULL,
    first_name          VARCHAR(1000) NOT NULL,
    middle_name         VARCHAR(1000) NOT NULL,
    last_name           VARCHAR(1000) NOT NULL,
    salutation          VARCHAR(1000) NOT NULL,
    title               VARCHAR(1000) NOT NULL,
    work_email          VARCHAR(256) NOT NULL,
    personal_email      VARCHAR(256) NOT NULL,
    other_email         VARCHAR(256) NOT NULL,
    external_system_url VARCHAR(1000) NOT NULL,
    survey_opt_out      INTEGER NOT NULL,
    custom_fields       TEXT NOT NULL,
    created_at          BIGINT NOT NULL,
    modified_at         BIGINT NOT NULL,
    expires_at          BIGINT NOT NULL
) {{TABLE}};

CREATE INDEX contact_scan ON contact (organization_id, division_id, id);

CREATE TABLE contact_address (
    contact_id   CHAR(36) NOT NULL PRIMARY KEY,
    address1     VARCHAR(1000) NOT NULL,
    address2     VARCHAR(1000) NOT NULL,
    city         VARCHAR(1000) NOT NULL,
    state        VARCHAR(1000) NOT NULL,
    postal_code  VARCHAR(1000) NOT NULL,
    country_code VARCHAR(1000) NOT NULL,
    CONSTRAINT contact_address_contact FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) {{TABLE}};

CREATE TABLE contact_phone (
    contact_id                 CHAR(36) NOT NULL,
    field                      INTEGER NOT NULL,
    display                    VARCHAR(255) NOT NULL,
    extension                  BIGINT NOT NULL,
    accepts_sms                INTEGER NOT NULL,
    normalization_country_code VARCHAR(16) NOT NULL,
    user_input                 VARCHAR(255) NOT NULL,
    e164                       VARCHAR(32) NOT NULL,
    country_code               VARCHAR(8) NOT NULL,
    PRIMARY KEY (contact_id, field),
    CONSTRAINT contact_phone_contact FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) {{KEYED_TABLE}};

-- Who holds an identifier. Several contacts may; `owner` is 1 for the one that owns it and NULL for the others, so that the
-- unique key admits a single owner.
CREATE TABLE identifier (
    organization_id CHAR(36) NOT NULL,
    division_id     VARCHAR(36) NOT NULL,
    type            VARCHAR(24) NOT NULL,
    source_id       VARCHAR(36) NOT NULL,
    value           VARCHAR(255) NOT NULL,
    contact_id      CHAR(36) NOT NULL,
    owner           INTEGER,
    held_since      BIGINT NOT NULL,
    PRIMARY KEY (organization_id, division_id, type, source_id, value, contact_id),
    CONSTRAINT identifier_owner UNIQUE (organization_id, division_id, type, source_id, value, owner),
    CONSTRAINT identifier_owner_mark CHECK (owner = 1),
    CONSTRAINT identifier_contact FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) {{KEYED_TABLE}};

CREATE INDEX identifier_by_contact ON identifier (contact_id);

CREATE TABLE interaction_link (
    organization_id CHAR(36) NOT NULL,
    interaction_id  VARCHAR(255) NOT NULL,
    contact_id      CHAR(36) NOT NULL,
    channel         VARCHAR(32) NOT NULL,
    occurred_at     BIGINT NOT NULL,
    PRIMARY KEY (organization_id, interaction_id),
    CONSTRAINT interaction_link_contact FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) {{KEYED_TABLE}};

CREATE INDEX interaction_link_by_contact ON interaction_link (contact_id, occurred_at);

CREATE TABLE decision (
    organization_id   CHAR(36) NOT NULL,
    interaction_id    VARCHAR(255) NOT NULL,
    outcome           VARCHAR(16) NOT NULL,
    contact_id        VARCHAR(36) NOT NULL,
    matched_type      VARCHAR(24) NOT NULL,
    matched_source_id VARCHAR(36) NOT NULL,
    matched_value     VARCHAR(255) NOT NULL,
    reason            VARCHAR(500) NOT NULL,
    decided_at        BIGINT NOT NULL,
    PRIMARY KEY (organization_id, interaction_id)
) {{KEYED_TABLE}};

-- Values every process on this database shares, such as the key that signs list cursors.
CREATE TABLE shared_value (
    name  VARCHAR(64) NOT NULL PRIMARY KEY,
    value VARCHAR(255) NOT NULL
) {{TABLE}};
