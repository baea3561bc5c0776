import { type JWTPayload, createRemoteJWKSet, errors, jwtVerify } from 'jose';

/** A refusal in the form the PowerSync Service gives it: `{"error":{code,status,description}}`. */
export class SyncProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, description: string) {
    super(description);
    this.name = 'SyncProblem';
    this.status = status;
    this.code = code;
  }
}

export interface Bearer {
  readonly user: string;
  readonly claims: JWTPayload;
  /** Seconds since 1970. */
  readonly expires: number;
}

const longestLife = 86_400;

/** Verifies tokens by the published keys, with the audience Supabase gives them, as the service is configured to. */
export function tokenVerifier(jwksUrl: string): (authorization: string | undefined) => Promise<Bearer> {
  const keys = createRemoteJWKSet(new URL(jwksUrl));
  return async (authorization) => {
    const token = /^(?:Token|Bearer) (.+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new SyncProblem(401, 'PSYNC_S2106', 'Authentication required');
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['ES256'],
      audience: 'authenticated',
      requiredClaims: ['sub', 'iat', 'exp'],
    }).catch((error: unknown) => {
      throw asProblem(error);
    });
    const { sub = '', iat = 0, exp = 0 } = payload;
    if (exp - iat > longestLife)
      throw new SyncProblem(401, 'PSYNC_S2104', 'Token must expire in a maximum of 86400 seconds');
    return { user: sub, claims: payload, expires: exp };
  };
}

function asProblem(error: unknown): SyncProblem {
  if (error instanceof errors.JWTExpired) return new SyncProblem(401, 'PSYNC_S2103', 'JWT has expired');
  const ofToken = [
    errors.JWTInvalid,
    errors.JWSInvalid,
    errors.JWTClaimValidationFailed,
    errors.JWKSNoMatchingKey,
  ];
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    ofToken.some((kind) => error instanceof kind)
  ) {
    return new SyncProblem(401, 'PSYNC_S2101', 'The token is not valid here');
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return new SyncProblem(401, 'PSYNC_S2101', 'The token is not valid here');
  }
  // The keys could not be fetched: not the client's fault, so not a 401, which would make it drop its token.
  return new SyncProblem(503, 'PSYNC_S2204', 'The keys cannot be fetched at the moment');
}
