-- Which builds serve on this database, so that it is known when nobody needs the old form of something any more.
-- serves builds from: 2

-- One row for each instance that serves. It renews its lease, and one that was killed is forgotten when the lease has ended.
CREATE TABLE serving_build (
    instance_id    CHAR(36) NOT NULL PRIMARY KEY,
    schema_version INTEGER NOT NULL,
    lease_end      BIGINT NOT NULL
) {{TABLE}};

-- The schema version a build must know at least to serve after the step; 0 for the two that came before this one.
ALTER TABLE schema_migration ADD COLUMN serves_from INTEGER DEFAULT 0 NOT NULL;
