import { type JWTPayload, SignJWT, createLocalJWKSet, errors, importJWK, jwtVerify } from 'jose';
import type { Secrets } from '../secrets.ts';

export type Claims = JWTPayload & { readonly role?: string };

export type Verified = { readonly claims: Claims } | { readonly failed: 'expired' | 'invalid' };

export interface Tokens {
  /** The public keys, as published under /.well-known/jwks.json. */
  readonly jwks: { readonly keys: readonly Readonly<Record<string, unknown>>[] };
  readonly anonKey: string;
  readonly serviceRoleKey: string;
  sign(claims: JWTPayload): Promise<string>;
  verify(token: string): Promise<Verified>;
}

/** ES256 tokens with the key of the data folder. The two API keys are tokens too. */
export async function createTokens({ tokenKey, anonKey, serviceRoleKey }: Secrets): Promise<Tokens> {
  const header = { alg: 'ES256', typ: 'JWT', kid: tokenKey.kid };
  const { kty, crv, x, y, kid } = tokenKey;
  const publicKey = { kty, crv, x, y, kid, alg: 'ES256', use: 'sig', key_ops: ['verify'] };
  const privateKey = await importJWK({ ...tokenKey, key_ops: ['sign'] }, 'ES256');
  const keys = createLocalJWKSet({ keys: [publicKey] });
  const sign = (claims: JWTPayload): Promise<string> =>
    new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
  return {
    jwks: { keys: [publicKey] },
    anonKey,
    serviceRoleKey,
    sign,
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, keys, { algorithms: ['ES256'] });
        return { claims: payload };
      } catch (error) {
        return { failed: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
      }
    },
  };
}
