import { randomBytes } from 'node:crypto';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { readJson, writeAtomically } from './data-folder.ts';

const Secrets = z.object({
  /** One password for all login roles of the embedded Postgres. */
  databasePassword: z.string().min(16),
  /** Signs the addresses of files that are open for a while without a token. */
  storageSigningKey: z.string().min(16),
  /** The two API keys of a Supabase project. Kept, because counters are configured with them. */
  anonKey: z.string(),
  serviceRoleKey: z.string(),
  /** The ES256 private key that signs access tokens, as a JWK. */
  tokenKey: z.looseObject({
    kty: z.string(),
    crv: z.string(),
    x: z.string(),
    y: z.string(),
    d: z.string(),
    kid: z.string(),
  }),
});

export type Secrets = z.infer<typeof Secrets>;

/** Reads the secrets of this data folder, or makes them on first start. The file is 0600. */
export async function loadSecrets(path: string): Promise<Secrets> {
  const stored = Secrets.safeParse(readJson(path));
  if (stored.success) return stored.data;
  const made = await makeSecrets(randomBytes(24).toString('base64url'));
  writeAtomically(path, JSON.stringify(made), 0o600);
  return made;
}

/** New keys beside the password of a cluster that is there already, for a copy of its folder. */
export async function renewSecrets(path: string): Promise<void> {
  const { databasePassword } = Secrets.parse(readJson(path));
  writeAtomically(path, JSON.stringify(await makeSecrets(databasePassword)), 0o600);
}

async function makeSecrets(databasePassword: string): Promise<Secrets> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = randomBytes(8).toString('hex');
  const apiKey = (role: string): Promise<string> =>
    new SignJWT({ iss: 'schalter-embedded', role })
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid })
      .setIssuedAt()
      .setExpirationTime('10 years')
      .sign(privateKey);
  return Secrets.parse({
    databasePassword,
    storageSigningKey: randomBytes(32).toString('base64url'),
    tokenKey: { ...(await exportJWK(privateKey)), kid },
    anonKey: await apiKey('anon'),
    serviceRoleKey: await apiKey('service_role'),
  });
}
