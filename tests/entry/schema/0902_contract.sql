-- What every build up to now reads decisions from.
-- serves builds from: 902
DROP TABLE decision;
