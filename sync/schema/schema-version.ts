/**
 * The schema that this counter speaks. It says so with every upload, and the server takes it, translates it, or tells the
 * counter to update first. Counts up together with `private.schema_versions` whenever a migration changes synced tables in a
 * way that counters must know of: a column that is renamed, required or gone. Columns that are only added need no new version.
 */
export const schemaVersion = 2;
