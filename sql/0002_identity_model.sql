-- Merge sets, social accounts, the words contacts are searched by, resolution per integration, and decisions of agents.

-- A contact that was merged away names the contact it went into, and every member of a merge set names its canonical contact;
-- both are '' for a contact that never took part in a merge, and the canonical contact names itself.
ALTER TABLE contact ADD COLUMN merged_to VARCHAR(36) DEFAULT '' NOT NULL;
ALTER TABLE contact ADD COLUMN canonical_id VARCHAR(36) DEFAULT '' NOT NULL;
ALTER TABLE contact ADD COLUMN external_organization_id VARCHAR(36) DEFAULT '' NOT NULL;

CREATE INDEX contact_merge_set ON contact (canonical_id);
CREATE INDEX contact_scan_all ON contact (organization_id, id);
CREATE INDEX contact_expiry ON contact (expires_at);

-- One row a network; Apple's opaque ids are several, told apart by position. A WhatsApp number is a row of contact_phone.
CREATE TABLE contact_social (
    contact_id CHAR(36) NOT NULL,
    network    INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    user_id    VARCHAR(255) NOT NULL,
    name       VARCHAR(1000) NOT NULL,
    handle     VARCHAR(255) NOT NULL,
    url        VARCHAR(1000) NOT NULL,
    verified   INTEGER NOT NULL,
    PRIMARY KEY (contact_id, network, position),
    CONSTRAINT contact_social_contact FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) {{KEYED_TABLE}};

-- What searches find: live Curated contacts, with what results are sorted by, case folded and cut. The index has every column,
-- so that a listing of all in any order reads nothing else.
CREATE TABLE searchable_contact (
    contact_id      CHAR(36) NOT NULL PRIMARY KEY,
    organization_id CHAR(36) NOT NULL,
    division_id     VARCHAR(36) NOT NULL,
    last_name       VARCHAR(100) NOT NULL,
    first_name      VARCHAR(100) NOT NULL,
    middle_name     VARCHAR(100) NOT NULL,
    title           VARCHAR(100) NOT NULL,
    CONSTRAINT searchable_contact_contact FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) {{KEYED_TABLE}};

CREATE INDEX searchable_contact_by_name
    ON searchable_contact (organization_id, last_name, first_name, contact_id, division_id, middle_name, title);

-- Words of a searchable contact's profile, case folded, so that a search is a range of the key. Identifiers are searched where
-- they are held.
CREATE TABLE contact_word (
    organization_id CHAR(36) NOT NULL,
    word            VARCHAR(255) NOT NULL,
    contact_id      CHAR(36) NOT NULL,
    PRIMARY KEY (organization_id, word, contact_id),
    CONSTRAINT contact_word_contact FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) {{KEYED_TABLE}};

CREATE INDEX contact_word_by_contact ON contact_word (contact_id);
CREATE INDEX identifier_by_value ON identifier (organization_id, value);

-- How interactions of one integration (a line, mailbox, deployment) are resolved; without a row the plugin's defaults hold.
CREATE TABLE channel_resolution (
    organization_id         CHAR(36) NOT NULL,
    channel                 VARCHAR(32) NOT NULL,
    integration_id          VARCHAR(255) NOT NULL,
    resolve_identities      INTEGER NOT NULL,
    division_id             VARCHAR(36) NOT NULL,
    source_id               VARCHAR(36) NOT NULL,
    automerge_authenticated INTEGER NOT NULL,
    automerge_tracking      INTEGER NOT NULL,
    modified_at             BIGINT NOT NULL,
    PRIMARY KEY (organization_id, channel, integration_id)
) {{KEYED_TABLE}};

-- Who decided: '' for the resolver, else the principal of a request. An agent's decision is never overturned by a resolve.
ALTER TABLE decision ADD COLUMN decided_by VARCHAR(255) DEFAULT '' NOT NULL;
