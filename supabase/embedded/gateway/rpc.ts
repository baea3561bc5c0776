import pg from 'pg';
import { type GatewayDatabase, roleOf } from './database.ts';
import { type Exchange, HttpProblem, bearer, readBody, sendNothing, sendText } from './http.ts';
import type { Claims, Tokens } from './tokens.ts';

const bodyLimit = 32 * 1024 * 1024;

const problem = (status: number, code: string, message: string, details: string | null = null): HttpProblem =>
  new HttpProblem(status, { code, message, details, hint: null });

/** `POST /rest/v1/rpc/<fn>` as PostgREST answers it: functions of schema public, arguments by name. */
export async function handleRpc(
  name: string,
  of: Exchange,
  { database, tokens }: { readonly database: GatewayDatabase; readonly tokens: Tokens },
): Promise<void> {
  if (of.method !== 'POST') throw problem(405, 'PGRST101', 'Only POST is answered here');
  const claims = await callerClaims(of, tokens);
  const given = parseArguments(
    await readBody(of, bodyLimit, problem(413, 'PGRST413', 'The request is larger than 32 MB')),
  );
  try {
    const { json, status } = await database.asCaller(claims, async (client) => ({
      json: await call(client, name, given),
      status: await statusSet(client),
    }));
    if (json === undefined) sendNothing(of);
    else sendText(of.response, status, json);
  } catch (error) {
    throw error instanceof pg.DatabaseError ? fromDatabase(error, claims) : error;
  }
}

/** What a function may say about its answer without failing: `response.status`, as PostgREST reads it. */
async function statusSet(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ status: string | null }>(
    `select nullif(current_setting('response.status', true), '') as status`,
  );
  return Number(rows[0]?.status ?? 200);
}

/** Who is asking. No token at all is `anon`; a bad or old one is a 401, never silently `anon`. */
export async function callerClaims(of: Exchange, tokens: Tokens): Promise<Claims> {
  const token = bearer(of);
  if (token === undefined) return { role: 'anon' };
  const verified = await tokens.verify(token);
  if (!('failed' in verified)) return verified.claims;
  throw verified.failed === 'expired'
    ? problem(401, 'PGRST303', 'JWT expired')
    : problem(401, 'PGRST301', 'No suitable key or wrong key type');
}

function parseArguments(body: Buffer): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    throw problem(400, 'PGRST102', 'Empty or invalid json');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw problem(400, 'PGRST102', 'The arguments must be a JSON object');
  }
  return Object.fromEntries(Object.entries(parsed));
}

interface FunctionRow {
  readonly names: string[];
  readonly types: string[];
  readonly optional: number;
  readonly returns_set: boolean;
  readonly returns_row: boolean;
  readonly returns_nothing: boolean;
}

/** The JSON text of the result, or undefined for a function that returns nothing. */
async function call(
  client: pg.PoolClient,
  name: string,
  given: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  const { rows } = await client.query<FunctionRow>(
    `select coalesce(p.proargnames[1:p.pronargs], '{}') as names, p.pronargdefaults as optional,
       array(select format_type(oid, null) from unnest(p.proargtypes) with ordinality as t(oid, n) order by n) as types,
       p.proretset as returns_set, t.typtype = 'c' or p.prorettype = 'record'::regtype as returns_row,
       p.prorettype = 'void'::regtype as returns_nothing
     from pg_proc p join pg_type t on t.oid = p.prorettype
     where p.pronamespace = 'public'::regnamespace and p.proname = $1 and p.prokind = 'f'`,
    [name],
  );
  const keys = Object.keys(given);
  const found = rows.find(
    ({ names, optional }) =>
      keys.every((key) => names.includes(key)) &&
      names.slice(0, names.length - optional).every((needed) => keys.includes(needed)),
  );
  if (!found) {
    throw problem(
      404,
      'PGRST202',
      `Could not find the function public.${name.slice(0, 63)}(${keys.slice(0, 20).join(', ')}) in the schema cache`,
    );
  }
  const quoted = (identifier: string): string => client.escapeIdentifier(identifier);
  const columns = keys.map((key) => `${quoted(key)} ${found.types[found.names.indexOf(key)] ?? 'text'}`);
  const invocation = `public.${quoted(name)}(${keys.map((key) => `${quoted(key)} => _args.${quoted(key)}`).join(', ')})`;
  const from = keys.length === 0 ? '' : `json_to_record($1::json) as _args(${columns.join(', ')}), lateral `;
  const result = found.returns_set
    ? `coalesce(json_agg(_result), '[]')`
    : found.returns_row
      ? 'to_json(_result)'
      : 'to_json(_result.value)';
  const alias = found.returns_set || found.returns_row ? '_result' : '_result(value)';
  const answered = await client.query<{ json: string | null }>(
    `select (${result})::text as json from ${from}${invocation} as ${alias}`,
    keys.length === 0 ? [] : [JSON.stringify(given)],
  );
  return found.returns_nothing ? undefined : (answered.rows[0]?.json ?? 'null');
}

/** The status PostgREST gives for each class of SQLSTATE (docs.postgrest.org, Errors). */
function fromDatabase(error: pg.DatabaseError, claims: Claims): HttpProblem {
  const code = error.code ?? 'XX000';
  const raised = /^PT(\d{3})$/.exec(code)?.[1];
  const status = raised === undefined ? statusOf(code, roleOf(claims) === 'anon') : Number(raised);
  return new HttpProblem(status, {
    code,
    message: error.message,
    details: error.detail ?? null,
    hint: error.hint ?? null,
  });
}

function statusOf(code: string, anonymous: boolean): number {
  if (code === '42501') return anonymous ? 401 : 403;
  if (code === '42883' || code === '42P01') return 404;
  if (code === '23503' || code === '23505') return 409;
  if (code === '25006') return 405;
  if (code === 'P0001' || code === '42P10' || code === '21000') return 400;
  const first = code.slice(0, 2);
  if (['0L', '0P', '28'].includes(first)) return 403;
  if (['08', '53', '57'].includes(first)) return 503;
  if (['09', '25', '2D', '38', '39', '3B', '40', '54', '55', '58', 'F0', 'HV', 'P0', 'XX'].includes(first))
    return 500;
  return 400;
}
