-- A later build's own table for a shared value, which older builds neither know nor disturb.
-- serves builds from: 3
CREATE TABLE later_value (
    name  VARCHAR(64) NOT NULL PRIMARY KEY,
    value VARCHAR(255) NOT NULL
) {{TABLE}};
