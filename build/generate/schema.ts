/**
 * `npm run schema` applies the migrations to a new Postgres and writes what the replica knows of them; with `--check`
 * it writes nothing and fails when a file differs. Migrations are the source; never edit what this writes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeMatrix } from '#supabase/access/write-matrix.ts';
import { withMigratedDatabase } from './migrated-database.ts';
import { readCatalogue } from './read-catalogue.ts';
import { writeRowTypes } from './write-row-types.ts';
import { writeSyncedTables } from './write-synced-tables.ts';

const root = join(import.meta.dirname, '..', '..');
const tables = await withMigratedDatabase(readCatalogue);
const files = [
  { path: join(root, 'sync', 'schema', 'rows.generated.ts'), text: writeRowTypes(tables) },
  { path: join(root, 'sync', 'schema', 'synced-tables.generated.ts'), text: writeSyncedTables(tables) },
  { path: join(root, 'supabase', 'access', 'matrix.md'), text: writeMatrix() },
];

if (process.argv.includes('--check')) {
  const stale = files.filter(({ path, text }) => readOrEmpty(path) !== text);
  for (const { path } of stale) {
    console.error(`${relative(root, path)} does not match the migrations. Run: npm run schema`);
  }
  if (stale.length === 0) console.log(`The schema of ${tables.length} tables matches the migrations.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const { path, text } of files) writeFileSync(path, text);
  console.log(`Wrote the schema of ${tables.length} tables to sync/schema, and the matrix of access.`);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
