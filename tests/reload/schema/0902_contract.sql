-- What builds before this one find contacts to remove by.
-- serves builds from: 902
DROP INDEX contact_expiry;
