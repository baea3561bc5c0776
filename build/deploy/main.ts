/** `npm run deploy -- --check`; `--help` says the rest. */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { checkConfiguration, checkProject } from './check-project.ts';
import { selfHostEnv } from './self-host-env.ts';

const help = `npm run deploy -- --check [--database postgresql://…] [--without-cron]

Says what is missing in a Supabase project: roles, extensions, migrations, the access token hook, the publication, buckets and
policies, keys of the counters, partitions, and the nightly jobs. Changes nothing.

  --database      the direct address of the database (port 5432, not the pooled 6543); without it, the variable DATABASE_URL
  --without-cron  something other than pg_cron runs the nightly jobs: do not ask for it

npm run deploy -- --self-host-env schalter.example.ch > supabase/self-host/.env

Prints new secrets for supabase/self-host/compose.yaml. They are kept nowhere else.

Exit code 0 when nothing is missing, 1 when something is, 2 for a wrong call.`;

process.exitCode = await run();

async function run(): Promise<number> {
  const values = readArgs();
  const database = values?.database ?? process.env['DATABASE_URL'];
  if (values?.help) {
    console.log(help);
    return 0;
  }
  const site = values?.['self-host-env'];
  if (site !== undefined) {
    process.stdout.write(await selfHostEnv(site));
    return 0;
  }
  if (!values?.check || database === undefined) {
    console.error(help);
    return 2;
  }
  const client = new pg.Client({ connectionString: database, application_name: 'schalter-deploy-check' });
  try {
    await client.connect();
  } catch (error) {
    console.error(`database_unreachable: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  try {
    const all = [...(await checkProject(client)), ...checkConfiguration()];
    const asked = values['without-cron']
      ? all.filter(({ need }) => need !== 'pg_cron' && need !== 'nightly jobs')
      : all;
    for (const { need, missing } of asked)
      console.log(missing === null ? `ok       ${need}` : `missing  ${need}: ${missing}`);
    const missing = asked.filter((finding) => finding.missing !== null).length;
    console.log(missing === 0 ? 'Nothing is missing.' : `${missing} of ${asked.length} are missing.`);
    return missing === 0 ? 0 : 1;
  } finally {
    await client.end();
  }
}

function readArgs() {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      options: {
        check: flag,
        help: flag,
        'without-cron': flag,
        database: { type: 'string' },
        'self-host-env': { type: 'string' },
      },
    }).values;
  } catch {
    return undefined;
  }
}
