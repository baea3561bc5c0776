import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import vendorSchema from '@powersync/service-schema/schema.json' with { type: 'json' };
import { selfHostEnv } from './self-host-env.ts';

/** No Docker runs here: what can be known of the files without it. */
const folder = join(import.meta.dirname, '..', '..', 'supabase', 'self-host');
const text = readFileSync(join(folder, 'compose.yaml'), 'utf8');

interface Service {
  readonly image: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}
const compose = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
};
const services = Object.entries(compose.services);

function parseEnv(env: string): Record<string, string> {
  return Object.fromEntries(
    env
      .trim()
      .split('\n')
      .map((line) => /^([A-Z_]+)='(.*)'$/.exec(line)?.slice(1) as [string, string]),
  );
}

test('every image has its version, and only the gateway is open to the outside', () => {
  const pinned = /^[a-z-]+(\/[a-z-]+)?:v?\d+(\.\d+)+$/;
  expect(services.filter(([, { image }]) => !pinned.test(image))).toEqual([]);
  const open = services.filter(([, { ports = [] }]) => ports.some((port) => !port.startsWith('127.0.0.1:')));
  expect(open.map(([name]) => name)).toEqual(['gateway']);
});

test('every file that is mounted is there, and the streams are those of production', () => {
  const mounted = services.flatMap(([, { volumes = [] }]) =>
    volumes.map((volume) => volume.split(':')[0] ?? ''),
  );
  const files = mounted.filter((path) => path.startsWith('.'));
  expect(files.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  const named = mounted.filter((path) => !path.startsWith('.'));
  expect(new Set(named)).toEqual(new Set(Object.keys(compose.volumes)));
  expect(mounted).toContain('../../sync/streams/sync-streams.yaml');
});

test('a generated .env has every variable that is asked for, and no other', async () => {
  const asked = new Set([...text.matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name]) => name));
  expect(new Set(Object.keys(parseEnv(await selfHostEnv('schalter.example.ch'))))).toEqual(asked);
});

test('its keys are tokens of the key that the services trust, and every secret is new', async () => {
  const [one, other] = [parseEnv(await selfHostEnv('a.example')), parseEnv(await selfHostEnv('a.example'))];
  const jwks = createLocalJWKSet(JSON.parse(one['JWT_JWKS'] ?? '') as { keys: [] });
  for (const [name, role] of [
    ['ANON_KEY', 'anon'],
    ['SERVICE_ROLE_KEY', 'service_role'],
  ] as const) {
    const { payload } = await jwtVerify(one[name] ?? '', jwks, { algorithms: ['ES256'] });
    expect(payload['role']).toBe(role);
    await expect(jwtVerify(other[name] ?? '', jwks)).rejects.toThrow('no applicable key');
  }
  // Only Auth signs: nobody else gets the secret key.
  expect(JSON.parse(one['JWT_JWKS'] ?? '')).not.toHaveProperty('keys.0.d');
  const holders = services.filter(([, { environment = {} }]) =>
    JSON.stringify(environment).includes('JWT_KEYS'),
  );
  expect(holders.map(([name]) => name)).toEqual(['auth']);
});

test('the configuration of PowerSync is one by the vendor’s schema, with our audience', () => {
  const tags = [{ tag: '!env', resolve: (name: string) => `env::${name}` }];
  const config = parse(readFileSync(join(folder, 'powersync.yaml'), 'utf8'), { customTags: tags }) as {
    client_auth: { audience: string[] };
  };
  const check = new Ajv({ strict: false, allErrors: true }).compile(vendorSchema);
  check(config);
  expect(check.errors).toBeNull();
  expect(check({ ...config, client_auth: { audience: 'authenticated' } })).toBe(false);
  expect(config.client_auth.audience).toEqual(['authenticated']);
});

test('Auth asks the hook that puts the company into the token, as on supabase.com', () => {
  const hook = compose.services['auth']?.environment?.['GOTRUE_HOOK_CUSTOM_ACCESS_TOKEN_URI'] ?? '';
  expect(readFileSync(join(folder, '..', 'config.toml'), 'utf8')).toContain(`uri = "${hook}"`);
});
