import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { seedDemo } from '../seeds/demo.ts';
import { type DataFolder, openDataFolder, readJson, remove, writeAtomically } from './data-folder.ts';
import { openGatewayDatabase } from './gateway/database.ts';
import { denoFunctions } from './gateway/deno-functions.ts';
import { startGateway } from './gateway/server.ts';
import { openStorageFiles } from './gateway/storage-files.ts';
import { createTokens } from './gateway/tokens.ts';
import { type Log, silent } from './log.ts';
import { freePort, host, isFree } from './ports.ts';
import { findInstallation } from './postgres/binaries.ts';
import { type Connection, connectionConfig, databaseUrl, prepareDatabase } from './postgres/database.ts';
import { createCluster } from './postgres/process.ts';
import { supervisePostgres } from './postgres/supervisor.ts';
import { loadSecrets } from './secrets.ts';
import { StartupError } from './startup-error.ts';
import { startStreamServer } from './stream/server.ts';

export interface BackendOptions {
  /** Everything durable lies here: the database, the files, the stream's state, the keys. Never wiped. */
  readonly dataFolder: string;
  readonly gatewayPort?: number | undefined;
  readonly streamPort?: number | undefined;
  /** What a database without companies is filled with. */
  readonly seed?: 'demo' | 'none' | undefined;
  /** The life of an access token. Supabase's default is an hour. */
  readonly accessTokenSeconds?: number | undefined;
  /** False only for tests: quicker, survives a killed process, not a power cut. */
  readonly syncToDisk?: boolean | undefined;
  readonly migrationsFolder?: string | undefined;
  readonly streamsFile?: string | undefined;
  readonly log?: Log | undefined;
}

export interface EmbeddedBackend {
  readonly supabaseUrl: string;
  readonly powersyncUrl: string;
  readonly anonKey: string;
  readonly serviceRoleKey: string;
  /** As `postgres`, who owns the schema and passes by row level security: for tests, seeds and tools. */
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

const repository = join(import.meta.dirname, '..', '..');

/**
 * The whole backend without Docker: Postgres, the Supabase gateway and the stream server, on 127.0.0.1. For
 * development, tests and the demo; in production it is Supabase and the PowerSync Service.
 * @throws StartupError with a sentence for people
 */
export async function startBackend(options: BackendOptions): Promise<EmbeddedBackend> {
  const folder = openDataFolder(options.dataFolder);
  const cleanUp: (() => unknown)[] = [() => folder.unlock()];
  const stop = async (): Promise<void> => {
    for (let last = cleanUp.pop(); last; last = cleanUp.pop()) await last();
  };
  try {
    return { ...(await startParts(options, folder, cleanUp)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  options: BackendOptions,
  folder: DataFolder,
  cleanUp: (() => unknown)[],
): Promise<Omit<EmbeddedBackend, 'stop'>> {
  const log = options.log ?? silent;
  const ports = await choosePorts(folder, options);
  const secrets = await loadSecrets(folder.secretsFile);
  const connection: Connection = { port: ports.postgres, password: secrets.databasePassword };
  const installation = findInstallation(folder.postgres);
  const postgresOptions = { installation, ...connection, syncToDisk: options.syncToDisk ?? true };
  await createCluster(postgresOptions);
  const postgres = await supervisePostgres(postgresOptions, log);
  cleanUp.push(() => postgres.stop());
  if (installation.cluster !== folder.postgres)
    writeAtomically(join(folder.root, 'postgres-is-in.txt'), installation.cluster);

  await prepareDatabase(connection, options.migrationsFolder ?? join(repository, 'supabase', 'migrations'));
  await seedOnce(connection, options.seed ?? 'none', log);

  const tokens = await createTokens(secrets);
  const database = openGatewayDatabase(connection, log);
  cleanUp.push(() => database.close());
  const files = openStorageFiles(folder.storage);
  files.sweep(await storedVersions(connection));
  const functions = denoFunctions({
    folder: join(repository, 'supabase', 'functions'),
    cacheFolder: join(folder.root, 'deno'),
    environment: {
      SUPABASE_URL: `http://${host}:${ports.gateway}`,
      SUPABASE_ANON_KEY: tokens.anonKey,
      SUPABASE_SERVICE_ROLE_KEY: tokens.serviceRoleKey,
      POWERSYNC_URL: `http://${host}:${ports.stream}`,
    },
    log,
  });
  cleanUp.push(() => functions.close());
  const gateway = await startGateway({
    port: ports.gateway,
    database,
    tokens,
    storage: { database, tokens, files, signingKey: secrets.storageSigningKey },
    functions,
    accessTokenSeconds: options.accessTokenSeconds ?? 3_600,
    log,
  }).catch(inUse(ports.gateway, '--gateway-port'));
  cleanUp.push(() => gateway.close());
  const stream = await startStreamServer({
    port: ports.stream,
    folder: folder.stream,
    connection,
    streamsFile: options.streamsFile ?? join(repository, 'sync', 'streams', 'sync-streams.yaml'),
    jwksUrl: `${gateway.url}/auth/v1/.well-known/jwks.json`,
    log,
  }).catch(inUse(ports.stream, '--stream-port'));
  cleanUp.push(() => stream.close());

  const addresses = {
    supabaseUrl: gateway.url,
    powersyncUrl: stream.url,
    anonKey: tokens.anonKey,
    serviceRoleKey: tokens.serviceRoleKey,
    databaseUrl: databaseUrl(connection),
  };
  writeAtomically(folder.lastPortsFile, JSON.stringify(ports));
  writeAtomically(folder.portFile, `${JSON.stringify({ pid: process.pid, ...addresses }, null, 2)}\n`, 0o600);
  cleanUp.push(() => remove(folder.portFile));
  return addresses;
}

const Ports = z.object({ gateway: z.number(), stream: z.number(), postgres: z.number() });

/** The wished ports, or those of last time, or free ones. */
async function choosePorts(folder: DataFolder, options: BackendOptions): Promise<z.infer<typeof Ports>> {
  const last = Ports.safeParse(readJson(folder.lastPortsFile)).data;
  const wished = async (
    port: number | undefined,
    option: string,
    before: number | undefined,
  ): Promise<number> => {
    if (port === undefined) return await freePort(before);
    if (!(await isFree(port))) throw portInUse(port, option);
    return port;
  };
  // One after the other, each different from those before: two free ports asked for at once could be the same.
  const gateway = await wished(options.gatewayPort, '--gateway-port', last?.gateway);
  const stream = await wished(options.streamPort, '--stream-port', last?.stream);
  const postgres = await freePort(last?.postgres);
  return { gateway, stream, postgres };
}

function portInUse(port: number, option: string): StartupError {
  return new StartupError(
    'port_in_use',
    `Port ${port} on ${host} is used by another program. Stop that program, or choose another port with ${option}.`,
  );
}

function inUse(port: number, option: string): (error: unknown) => never {
  return (error) => {
    throw error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      ? portInUse(port, option)
      : error;
  };
}

async function seedOnce(connection: Connection, seed: 'demo' | 'none', log: Log): Promise<void> {
  if (seed === 'none') return;
  const pool = new pg.Pool({ ...connectionConfig(connection, 'postgres'), max: 1 });
  try {
    const { rows } = await pool.query<{ empty: boolean }>(
      'select not exists (select from public.companies) as empty',
    );
    if (rows[0]?.empty !== true) return;
    const began = performance.now();
    await seedDemo(pool);
    log({ level: 'info', event: 'seeded', ms: Math.round(performance.now() - began) });
  } finally {
    await pool.end();
  }
}

async function storedVersions(connection: Connection): Promise<Set<string>> {
  const client = new pg.Client(connectionConfig(connection, 'postgres'));
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>('select version from storage.objects');
    return new Set(rows.map(({ version }) => version));
  } finally {
    await client.end();
  }
}
