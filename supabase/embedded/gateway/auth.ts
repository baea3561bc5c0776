import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import type { GatewayDatabase } from './database.ts';
import { type Exchange, HttpProblem, bearer, readBody, sendJson, sendNothing } from './http.ts';
import type { Claims, Tokens } from './tokens.ts';

export interface AuthOptions {
  readonly database: GatewayDatabase;
  readonly tokens: Tokens;
  readonly issuer: string;
  readonly accessTokenSeconds: number;
}

interface UserRow {
  readonly id: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly raw_app_meta_data: unknown;
  readonly raw_user_meta_data: unknown;
  readonly email_confirmed_at: Date | null;
  readonly last_sign_in_at: Date | null;
  readonly created_at: Date | null;
  readonly updated_at: Date | null;
  readonly is_anonymous: boolean;
}

const userColumns = `id, email, phone, raw_app_meta_data, raw_user_meta_data, email_confirmed_at, last_sign_in_at,
  created_at, updated_at, is_anonymous`;
const active = 'deleted_at is null and (banned_until is null or banned_until < now())';
const problem = (status: number, code: string, message: string): HttpProblem =>
  new HttpProblem(status, { code, message });

/** Answers what supabase-js asks of Supabase Auth: password and refresh sign-in, the user, sign-out, the keys. */
export async function handleAuth(path: string, of: Exchange, options: AuthOptions): Promise<void> {
  of.response.setHeader('x-supabase-api-version', '2024-01-01');
  const route = `${of.method} ${path}`;
  switch (route) {
    case 'GET /.well-known/jwks.json':
      return sendJson(of, 200, options.tokens.jwks);
    case 'GET /health':
      return sendJson(of, 200, {
        name: 'GoTrue',
        description: 'Embedded stand-in for development',
        version: '0',
      });
    case 'POST /token':
      return await handleToken(of, options);
    case 'GET /user':
      return await handleUser(of, options);
    case 'POST /logout':
      return await handleLogout(of, options);
    default:
      throw problem(404, 'not_found', 'The embedded backend does not have this part of Supabase Auth.');
  }
}

async function handleToken(of: Exchange, options: AuthOptions): Promise<void> {
  const body = await readJsonBody(of);
  const grant = of.url.searchParams.get('grant_type');
  if (grant === 'password') {
    const wanted = z.object({ email: z.string().max(320), password: z.string().max(1_000) }).safeParse(body);
    if (!wanted.success) throw problem(400, 'validation_failed', 'email and password are needed');
    return sendJson(
      of,
      200,
      await options.database.asAuth((client) => signIn(client, wanted.data, options, of)),
    );
  }
  if (grant === 'refresh_token') {
    const wanted = z.object({ refresh_token: z.string().max(255) }).safeParse(body);
    if (!wanted.success) throw problem(400, 'validation_failed', 'refresh_token is needed');
    const outcome = await options.database.asAuth((client) =>
      refresh(client, wanted.data.refresh_token, options),
    );
    if (outcome instanceof HttpProblem) throw outcome;
    return sendJson(of, 200, outcome);
  }
  throw problem(400, 'validation_failed', 'unsupported_grant_type');
}

async function signIn(
  client: pg.PoolClient,
  { email, password }: { email: string; password: string },
  options: AuthOptions,
  of: Exchange,
): Promise<unknown> {
  // An unknown address costs the same bcrypt round as a known one, so that time does not tell them apart.
  const { rows } = await client.query<UserRow & { matches: boolean }>(
    `with wanted as (select lower($1) as email, $2 as password)
     select u.*, extensions.crypt(wanted.password, coalesce(u.encrypted_password, '$2a$06$abcdefghijklmnopqrstuu'))
       = u.encrypted_password as matches
     from wanted left join (select ${userColumns}, encrypted_password from auth.users where ${active}) u
       on u.email = wanted.email`,
    [email.trim(), password],
  );
  const user = rows[0];
  if (user?.matches !== true) throw problem(400, 'invalid_credentials', 'Invalid login credentials');
  const session = randomUUID();
  await client.query(
    `insert into auth.sessions (id, user_id, aal, created_at, updated_at, user_agent, ip)
     values ($1, $2, 'aal1', now(), now(), $3, '127.0.0.1')`,
    [session, user.id, of.request.headers['user-agent']?.slice(0, 200) ?? ''],
  );
  await client.query('update auth.users set last_sign_in_at = now(), updated_at = now() where id = $1', [
    user.id,
  ]);
  const token = await newRefreshToken(client, user.id, session, null);
  return await answer(client, { ...user, last_sign_in_at: new Date() }, session, token, 'password', options);
}

/**
 * Rotation as at Supabase: each refresh token works once. The one before the current gives the
 * current again, because its answer may have been lost; any older one shows that a copy is about, and ends the session.
 */
async function refresh(client: pg.PoolClient, token: string, options: AuthOptions): Promise<unknown> {
  const { rows } = await client.query<{ user_id: string; session_id: string; revoked: boolean }>(
    `select t.user_id, t.session_id, t.revoked
     from auth.refresh_tokens t join auth.sessions s on s.id = t.session_id
     where t.token = $1 and (s.not_after is null or s.not_after > now()) for update of t`,
    [token],
  );
  const known = rows[0];
  if (!known)
    return problem(400, 'refresh_token_not_found', 'Invalid Refresh Token: Refresh Token Not Found');
  const users = await client.query<UserRow>(
    `select ${userColumns} from auth.users where id = $1 and ${active}`,
    [known.user_id],
  );
  const user = users.rows[0];
  if (!user) return problem(403, 'user_banned', 'Invalid Refresh Token: User Banned');
  const { session_id: session } = known;
  if (!known.revoked) {
    await client.query('update auth.refresh_tokens set revoked = true, updated_at = now() where token = $1', [
      token,
    ]);
    await client.query('update auth.sessions set refreshed_at = now(), updated_at = now() where id = $1', [
      session,
    ]);
    const next = await newRefreshToken(client, user.id, session, token);
    return await answer(client, user, session, next, 'token_refresh', options);
  }
  const child = await client.query<{ token: string }>(
    'select token from auth.refresh_tokens where session_id = $1 and parent = $2 and not revoked',
    [session, token],
  );
  const current = child.rows[0]?.token;
  if (current !== undefined) return await answer(client, user, session, current, 'token_refresh', options);
  await client.query(
    'update auth.refresh_tokens set revoked = true, updated_at = now() where session_id = $1',
    [session],
  );
  // Returned, not thrown: the revocation must be committed.
  return problem(400, 'refresh_token_already_used', 'Invalid Refresh Token: Already Used');
}

async function newRefreshToken(
  client: pg.PoolClient,
  user: string,
  session: string,
  parent: string | null,
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await client.query(
    `insert into auth.refresh_tokens (token, user_id, revoked, created_at, updated_at, parent, session_id)
     values ($1, $2, false, now(), now(), $3, $4)`,
    [token, user, parent, session],
  );
  return token;
}

async function answer(
  client: pg.PoolClient,
  user: UserRow,
  session: string,
  refreshToken: string,
  method: 'password' | 'token_refresh',
  { issuer, accessTokenSeconds, tokens }: AuthOptions,
): Promise<unknown> {
  const issuedAt = Math.floor(Date.now() / 1000);
  const expiresAt = issuedAt + accessTokenSeconds;
  const claims = {
    iss: issuer,
    sub: user.id,
    aud: 'authenticated',
    exp: expiresAt,
    iat: issuedAt,
    email: user.email ?? '',
    phone: user.phone ?? '',
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    role: 'authenticated',
    aal: 'aal1',
    amr: [{ method: 'password', timestamp: issuedAt }],
    session_id: session,
    is_anonymous: user.is_anonymous,
  };
  return {
    access_token: await tokens.sign(await hooked(client, user.id, claims, method)),
    token_type: 'bearer',
    expires_in: accessTokenSeconds,
    expires_at: expiresAt,
    refresh_token: refreshToken,
    user: userJson(user),
  };
}

const HookAnswer = z.union([
  z.object({ error: z.object({ http_code: z.number().optional(), message: z.string() }) }),
  z.object({
    // What Supabase insists on; a hook that drops one of them breaks sign-in there, so it must here.
    claims: z.looseObject({
      aud: z.union([z.string(), z.array(z.string())]),
      exp: z.number(),
      iat: z.number(),
      sub: z.string(),
      email: z.string(),
      phone: z.string(),
      role: z.string(),
      aal: z.string(),
      session_id: z.string(),
      is_anonymous: z.boolean(),
    }),
  }),
]);

/** Lets the custom access token hook add to the claims, as supabase_auth_admin; what it refuses is refused. */
async function hooked(
  client: pg.PoolClient,
  user: string,
  claims: Claims,
  method: 'password' | 'token_refresh',
): Promise<Claims> {
  const { rows } = await client.query<{ hook: string | null }>(
    "select to_regprocedure('public.custom_access_token_hook(jsonb)')::text as hook",
  );
  if (typeof rows[0]?.hook !== 'string') return claims;
  const called = await client.query<{ answer: unknown }>(
    'select public.custom_access_token_hook($1) as answer',
    [JSON.stringify({ user_id: user, claims, authentication_method: method })],
  );
  const parsed = HookAnswer.safeParse(called.rows[0]?.answer);
  if (!parsed.success) {
    throw problem(
      500,
      'hook_payload_invalid',
      'The access token hook did not return the claims it was given.',
    );
  }
  if ('error' in parsed.data) {
    throw problem(parsed.data.error.http_code ?? 500, 'unknown', parsed.data.error.message);
  }
  return parsed.data.claims;
}

async function handleUser(of: Exchange, options: AuthOptions): Promise<void> {
  const claims = await authenticated(of, options);
  const user = await options.database.asAuth(async (client) => {
    const { rows } = await client.query<UserRow>(
      `select ${userColumns} from auth.users where id = $1 and ${active}
         and exists (select from auth.sessions where id = $2 and user_id = $1)`,
      [claims.sub, claims['session_id']],
    );
    return rows[0];
  });
  if (!user) throw problem(403, 'session_not_found', 'Session from session_id claim in JWT does not exist');
  sendJson(of, 200, userJson(user));
}

async function handleLogout(of: Exchange, options: AuthOptions): Promise<void> {
  const claims = await authenticated(of, options);
  const which = {
    global: 'user_id = $1 and $2::uuid is not null',
    local: 'user_id = $1 and id = $2',
    others: 'user_id = $1 and id <> $2',
  };
  const scope = of.url.searchParams.get('scope') ?? 'global';
  if (scope !== 'global' && scope !== 'local' && scope !== 'others') {
    throw problem(400, 'validation_failed', 'Unsupported logout scope');
  }
  await options.database.asAuth((client) =>
    client.query(`delete from auth.sessions where ${which[scope]}`, [claims.sub, claims['session_id']]),
  );
  sendNothing(of);
}

async function authenticated(of: Exchange, { tokens }: AuthOptions): Promise<Claims> {
  const token = bearer(of);
  if (token === undefined) throw problem(401, 'no_authorization', 'This endpoint requires a Bearer token');
  const verified = await tokens.verify(token);
  if ('failed' in verified || verified.claims.sub === undefined) {
    throw problem(403, 'bad_jwt', 'invalid JWT: unable to parse or verify signature, or it is expired');
  }
  return verified.claims;
}

async function readJsonBody(of: Exchange): Promise<unknown> {
  const body = await readBody(of, 64 * 1024, problem(413, 'request_too_large', 'Request body too large'));
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw problem(400, 'bad_json', 'Could not parse request body as JSON');
  }
}

function userJson(user: UserRow): unknown {
  return {
    id: user.id,
    aud: 'authenticated',
    role: 'authenticated',
    email: user.email ?? '',
    email_confirmed_at: user.email_confirmed_at,
    confirmed_at: user.email_confirmed_at,
    phone: user.phone ?? '',
    last_sign_in_at: user.last_sign_in_at,
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    identities: [],
    created_at: user.created_at,
    updated_at: user.updated_at,
    is_anonymous: user.is_anonymous,
  };
}
