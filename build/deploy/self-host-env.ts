import { randomBytes } from 'node:crypto';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

/** The keys of Supabase live ten years, as on supabase.com: they open nothing by themselves, or everything. */
const keyYears = 10;

/**
 * A new `.env` for supabase/self-host/compose.yaml: passwords, an ES256 key pair for the tokens, and the two API keys signed with
 * it. Whoever has it is the server; it is printed once and kept nowhere.
 *
 * @param site the name of the machine, `schalter.example.ch`; the streams get `sync.` before it
 */
export async function selfHostEnv(site: string, now = new Date()): Promise<string> {
  const password = (): string => randomBytes(24).toString('base64url');
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = crypto.randomUUID();
  const common = { kid, alg: 'ES256', use: 'sig' };
  const secret = { ...(await exportJWK(privateKey)), ...common, key_ops: ['sign', 'verify'] };
  const open = { ...(await exportJWK(publicKey)), ...common, key_ops: ['verify'] };
  const issuedAt = Math.floor(now.getTime() / 1000);
  const apiKey = (role: string): Promise<string> =>
    new SignJWT({ role })
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid })
      .setIssuer('supabase')
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + keyYears * 365 * 86_400)
      .sign(privateKey);
  const values = {
    SITE: site,
    SYNC_SITE: `sync.${site}`,
    PUBLIC_URL: `https://${site}`,
    POSTGRES_PASSWORD: password(),
    POWERSYNC_PASSWORD: password(),
    POWERSYNC_API_TOKEN: password(),
    JWT_LEGACY_SECRET: password(),
    JWT_KEYS: JSON.stringify([secret]),
    JWT_JWKS: JSON.stringify({ keys: [open] }),
    ANON_KEY: await apiKey('anon'),
    SERVICE_ROLE_KEY: await apiKey('service_role'),
  };
  // In single quotes compose takes a value as it is.
  return Object.entries(values)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');
}
