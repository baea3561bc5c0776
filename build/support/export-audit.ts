/** `npm run export-audit -- --company … out.json`; `--help` says the rest. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { readAudit } from './read-audit.ts';

const help = `npm run export-audit -- --company ID out.json [--database postgresql://…]

Writes the audit chains of a company for npm run verify-audit: every link with what it vouches for as the database has it now,
the keys of the counters, and the last link of each counter out of the server's own book of arrivals.

  --company   the id of the company
  --database  the direct address of the database, as its owner; without it, the variable DATABASE_URL. Give the password in
              the variable PGPASSWORD or a .pgpass file rather than here, where other accounts of the machine see it.

The file holds personal data. Exit code 0 when it is written, 1 when not, 2 for a wrong call.`;

process.exitCode = await run();

async function run(): Promise<number> {
  const args = readArgs();
  const { company, database = process.env['DATABASE_URL'], help: asked } = args?.values ?? {};
  if (asked === true) {
    console.log(help);
    return 0;
  }
  const [path, ...more] = args?.positionals ?? [];
  if (path === undefined || more.length > 0 || database === undefined || !isUuid(company)) {
    console.error(help);
    return 2;
  }
  const client = new pg.Client({ connectionString: database, application_name: 'schalter-export-audit' });
  try {
    await client.connect();
    // One moment for all of it: a counter goes on working.
    await client.query('begin transaction isolation level repeatable read read only');
    const written = await writeExport(client, company, path);
    console.log(`Wrote ${written} links to ${path}.`);
    return 0;
  } catch (error) {
    console.error(`export_failed: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await client.end();
  }
}

async function writeExport(client: pg.Client, company: string, path: string): Promise<number> {
  const { keys, heads, links } = await readAudit(client, company);
  const file = openSync(path, 'w', 0o600);
  let count = 0;
  try {
    writeSync(file, `{"keys":${JSON.stringify(keys)},\n"heads":${JSON.stringify(heads)},\n"links":[`);
    for await (const some of links()) {
      for (const link of some) {
        writeSync(file, `${count === 0 ? '\n' : ',\n'}${JSON.stringify(link)}`);
        count += 1;
      }
    }
    writeSync(file, '\n]}\n');
  } finally {
    closeSync(file);
  }
  return count;
}

function readArgs() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        company: { type: 'string' },
        database: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch {
    return undefined;
  }
}

function isUuid(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
