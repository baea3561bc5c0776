import { createWriteStream, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { demoSignIns } from '../seeds/demo-people.ts';
import { startBackend } from './backend.ts';
import { jsonLog } from './log.ts';
import { StartupError } from './startup-error.ts';
import { stopRequested } from './stop-requested.ts';

const usage = 'npm run backend -- [--data folder] [--gateway-port n] [--stream-port n]';

try {
  await run();
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  refuseProduction();
  const options = readOptions();
  console.log('The embedded backend is for development, tests and the demo only. Never put it on a network.');
  mkdirSync(options.dataFolder, { recursive: true });
  const logFile = createWriteStream(join(options.dataFolder, 'backend.log'), { flags: 'a', mode: 0o600 });
  // Before the start: a signal that comes while it starts stops it when it has started.
  const signalled = stopRequested();
  const backend = await startBackend({
    ...options,
    seed: 'demo',
    log: jsonLog((line) => logFile.write(line)),
  });
  console.log(`Supabase  ${backend.supabaseUrl}`);
  console.log(`PowerSync ${backend.powersyncUrl}`);
  console.log(`Postgres  ${backend.databaseUrl.replace(/:[^:@]+@/, ':…@')}`);
  for (const { email, password, role, company } of demoSignIns)
    console.log(`  ${email}  ${password}  (${role}, ${company})`);
  console.log(`Addresses and keys: ${join(options.dataFolder, 'backend.json')}`);
  await signalled;
  await backend.stop();
  logFile.end();
}

function refuseProduction(): void {
  if (process.env['NODE_ENV'] === 'production' || process.env['SCHALTER_PRODUCTION'] !== undefined) {
    throw new StartupError(
      'production',
      'The embedded backend does not run in production (NODE_ENV or SCHALTER_PRODUCTION is set). Use Supabase and the PowerSync Service; see README.md.',
    );
  }
}

function readOptions(): {
  dataFolder: string;
  gatewayPort: number | undefined;
  streamPort: number | undefined;
} {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        'gateway-port': { type: 'string' },
        'stream-port': { type: 'string' },
      },
    });
    return {
      dataFolder: resolve(values.data ?? join(import.meta.dirname, '..', '..', '.schalter', 'backend')),
      gatewayPort: port(values['gateway-port']),
      streamPort: port(values['stream-port']),
    };
  } catch (error) {
    throw new StartupError(
      'bad_option',
      `${error instanceof Error ? error.message : String(error)}\n${usage}`,
    );
  }
}

function port(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) throw new Error(`${text} is not a port.`);
  return number;
}
