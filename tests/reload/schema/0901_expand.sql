-- What a later build keeps beside everything that older ones know.
-- serves builds from: 3
CREATE TABLE later_value (
    name  VARCHAR(64) NOT NULL PRIMARY KEY,
    value VARCHAR(255) NOT NULL
) {{TABLE}};
