import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SignJWT, jwtVerify } from 'jose';
import pg from 'pg';
import { z } from 'zod';
import type { GatewayDatabase } from './database.ts';
import { type Exchange, HttpProblem, bearer, header, readBody, sendJson } from './http.ts';
import type { StorageFiles } from './storage-files.ts';
import type { Claims, Tokens } from './tokens.ts';
import { type Upload, readUpload } from './storage-upload.ts';

export interface Storage {
  readonly database: GatewayDatabase;
  readonly tokens: Tokens;
  readonly files: StorageFiles;
  /** Signs addresses that are open for a while. */
  readonly signingKey: string;
}

/** Supabase Storage answers nearly every refusal with HTTP 400 and the real status in the body. */
export function storageProblem(statusCode: string, error: string, message: string): HttpProblem {
  return new HttpProblem(statusCode === '500' ? 500 : 400, { statusCode, error, message });
}

const notFound = (): HttpProblem => storageProblem('404', 'not_found', 'Object not found');
const service: Claims = { role: 'service_role' };

interface ObjectRow {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly last_accessed_at: Date;
  readonly metadata: {
    readonly mimetype: string;
    readonly size: number;
    readonly eTag: string;
    readonly cacheControl: string;
  };
}
const objectColumns = 'id, name, version, created_at, updated_at, last_accessed_at, metadata';

/** Answers what supabase-js asks of Storage. Who may do what is decided by the policies on storage.objects. */
export async function handleStorage(path: readonly string[], of: Exchange, storage: Storage): Promise<void> {
  const [kind = '', second = '', ...rest] = path;
  const { method } = of;
  if (kind === 'bucket' && method === 'GET') return await sendBuckets(second, of, storage);
  if (kind !== 'object')
    throw storageProblem('404', 'not_found', 'The embedded backend does not have this route.');
  if (second === 'sign' && method === 'GET') return await sendSigned(rest, of, storage);
  if (second === 'public' && (method === 'GET' || method === 'HEAD'))
    return await sendPublic(rest, of, storage);
  const claims = await caller(of, storage);
  if (second === 'sign' && method === 'POST') return await sign(rest, claims, of, storage);
  if (second === 'list' && method === 'POST') return await list(rest[0] ?? '', claims, of, storage);
  if (second === 'info') return await info(rest, claims, of, storage);
  const [bucket, name] =
    second === 'authenticated' ? [rest[0] ?? '', rest.slice(1).join('/')] : [second, rest.join('/')];
  switch (method) {
    case 'GET':
    case 'HEAD':
      return await sendObject(await find(bucket, name, claims, storage), of, storage);
    case 'POST':
    case 'PUT':
      return await upload(bucket, name, claims, of, storage);
    case 'DELETE':
      return await remove(bucket, name, claims, of, storage);
    default:
      throw storageProblem('405', 'method_not_allowed', 'Method not allowed');
  }
}

async function caller(of: Exchange, { tokens }: Storage): Promise<Claims> {
  const token = bearer(of);
  if (token === undefined)
    throw storageProblem('400', 'Error', "headers must have required property 'authorization'");
  const verified = await tokens.verify(token);
  if ('failed' in verified) {
    throw storageProblem(
      '403',
      'Unauthorized',
      verified.failed === 'expired' ? '"exp" claim timestamp check failed' : 'Invalid Compact JWS',
    );
  }
  return verified.claims;
}

async function upload(
  bucket: string,
  name: string,
  claims: Claims,
  of: Exchange,
  storage: Storage,
): Promise<void> {
  if (!isValidName(name)) throw storageProblem('400', 'InvalidKey', 'Invalid key');
  const limits = await bucketRow(bucket, storage);
  const sent = await readUpload(of, limits.file_size_limit);
  const allowed = limits.allowed_mime_types;
  if (
    allowed &&
    !allowed.some(
      (type) => type === sent.type || (type.endsWith('/*') && sent.type.startsWith(type.slice(0, -1))),
    )
  ) {
    throw storageProblem('415', 'invalid_mime_type', `mime type ${sent.type.slice(0, 100)} is not supported`);
  }
  const version = storage.files.draft(sent.bytes);
  try {
    const outcome = await asStorage(storage, claims, async (client) => {
      const replaced = await writeRow(client, { bucket, name, version, sent, claims, of });
      storage.files.publish(version);
      return replaced;
    });
    if (outcome.replaced !== undefined) storage.files.discard(outcome.replaced);
    sendJson(of, 200, { Id: outcome.id, Key: `${bucket}/${name}` });
  } catch (error) {
    storage.files.discard(version);
    throw error;
  }
}

interface NewObject {
  readonly bucket: string;
  readonly name: string;
  readonly version: string;
  readonly sent: Upload;
  readonly claims: Claims;
  readonly of: Exchange;
}

async function writeRow(
  client: pg.PoolClient,
  { bucket, name, version, sent, claims, of }: NewObject,
): Promise<{ id: string; replaced?: string }> {
  const metadata = JSON.stringify({
    eTag: `"${createHash('md5').update(sent.bytes).digest('hex')}"`,
    size: sent.bytes.length,
    mimetype: sent.type,
    cacheControl: sent.cacheControl,
    lastModified: new Date().toISOString(),
    contentLength: sent.bytes.length,
    httpStatusCode: 200,
  });
  const replacing = of.method === 'PUT' || header(of, 'x-upsert') === 'true';
  const before = replacing
    ? await client.query<{ id: string; version: string }>(
        'select id, version from storage.objects where bucket_id = $1 and name = $2',
        [bucket, name],
      )
    : undefined;
  const old = before?.rows[0];
  if (!old && of.method === 'PUT') throw notFound();
  const id = old?.id ?? randomUUID();
  // No RETURNING: adding must not need the right to read. Replacing needs insert, select and update, as at Supabase.
  await client.query(
    `insert into storage.objects (id, bucket_id, name, owner, owner_id, version, metadata, user_metadata)
     values ($1, $2, $3, $4, $5, $6, $7, $8) ${
       replacing
         ? `on conflict (bucket_id, name) do update set version = excluded.version, metadata = excluded.metadata,
              user_metadata = excluded.user_metadata, updated_at = now()`
         : ''
     }`,
    [id, bucket, name, claims.sub ?? null, claims.sub ?? null, version, metadata, sent.metadata],
  );
  return old === undefined ? { id } : { id, replaced: old.version };
}

const notAllowed = (): HttpProblem =>
  storageProblem('403', 'Unauthorized', 'new row violates row-level security policy');

async function asStorage<T>(
  storage: Storage,
  claims: Claims,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  try {
    return await storage.database.asCaller(claims, work);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    if (error.code === '42501') throw notAllowed();
    if (error.code === '23505') throw storageProblem('409', 'Duplicate', 'The resource already exists');
    if (error.code === '22P02') throw storageProblem('400', 'InvalidRequest', 'Invalid value');
    throw error;
  }
}

async function bucketRow(
  bucket: string,
  storage: Storage,
): Promise<{ public: boolean; file_size_limit: string | null; allowed_mime_types: string[] | null }> {
  const found = await asStorage(storage, service, (client) =>
    client.query<{ public: boolean; file_size_limit: string | null; allowed_mime_types: string[] | null }>(
      'select public, file_size_limit, allowed_mime_types from storage.buckets where id = $1',
      [bucket],
    ),
  );
  const row = found.rows[0];
  if (!row) throw storageProblem('404', 'Bucket not found', 'Bucket not found');
  return row;
}

async function find(bucket: string, name: string, claims: Claims, storage: Storage): Promise<ObjectRow> {
  const { rows } = await asStorage(storage, claims, (client) =>
    client.query<ObjectRow>(
      `select ${objectColumns} from storage.objects where bucket_id = $1 and name = $2`,
      [bucket, name],
    ),
  );
  if (!rows[0]) throw notFound();
  return rows[0];
}

async function sendObject(row: ObjectRow, of: Exchange, { files }: Storage): Promise<void> {
  const path = files.pathOf(row.version);
  if (path === undefined) throw notFound();
  const { response } = of;
  const download = of.url.searchParams.get('download');
  response.writeHead(200, {
    'content-type': row.metadata.mimetype,
    'content-length': row.metadata.size,
    etag: row.metadata.eTag,
    'last-modified': row.updated_at.toUTCString(),
    ...(download === null
      ? {}
      : {
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(download || (row.name.split('/').at(-1) ?? ''))}`,
        }),
  });
  if (of.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(createReadStream(path), response);
}

async function sendPublic(
  [bucket = '', ...name]: readonly string[],
  of: Exchange,
  storage: Storage,
): Promise<void> {
  if (!(await bucketRow(bucket, storage)).public)
    throw storageProblem('404', 'Bucket not found', 'Bucket not found');
  await sendObject(await find(bucket, name.join('/'), service, storage), of, storage);
}

async function info(
  [first = '', ...rest]: readonly string[],
  claims: Claims,
  of: Exchange,
  storage: Storage,
): Promise<void> {
  const [bucket, name] =
    first === 'authenticated' ? [rest[0] ?? '', rest.slice(1).join('/')] : [first, rest.join('/')];
  const row = await find(bucket, name, claims, storage);
  sendJson(of, 200, {
    id: row.id,
    name: row.name,
    version: row.version,
    bucket_id: bucket,
    size: row.metadata.size,
    content_type: row.metadata.mimetype,
    cache_control: row.metadata.cacheControl,
    etag: row.metadata.eTag,
    last_modified: row.updated_at,
    created_at: row.created_at,
    metadata: {},
  });
}

async function sign(path: readonly string[], claims: Claims, of: Exchange, storage: Storage): Promise<void> {
  const [bucket = '', ...rest] = path;
  const wanted = z
    .object({
      expiresIn: z.number().int().min(1).max(31_536_000),
      paths: z.array(z.string()).max(1_000).optional(),
    })
    .safeParse(await readJsonBody(of));
  if (!wanted.success) throw storageProblem('400', 'InvalidRequest', 'expiresIn must be a number of seconds');
  const { expiresIn, paths } = wanted.data;
  const address = async (name: string): Promise<string> => {
    await find(bucket, name, claims, storage);
    const url = `${bucket}/${name}`;
    const token = await new SignJWT({ url })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt()
      .setExpirationTime(`${expiresIn}s`)
      .sign(Buffer.from(storage.signingKey));
    return `/object/sign/${url.split('/').map(encodeURIComponent).join('/')}?token=${token}`;
  };
  if (!paths) return sendJson(of, 200, { signedURL: await address(rest.join('/')) });
  const signed = [];
  for (const name of paths) {
    const signedURL = await address(name).catch((error: unknown) => {
      if (error instanceof HttpProblem) return null;
      throw error;
    });
    const error =
      signedURL === null ? 'Either the object does not exist or you do not have access to it' : null;
    signed.push({ path: name, signedURL, error });
  }
  sendJson(of, 200, signed);
}

async function sendSigned(path: readonly string[], of: Exchange, storage: Storage): Promise<void> {
  const [bucket = '', ...name] = path;
  const verified = await jwtVerify(of.url.searchParams.get('token') ?? '', Buffer.from(storage.signingKey), {
    algorithms: ['HS256'],
  }).catch(() => undefined);
  if (verified?.payload['url'] !== path.join('/'))
    throw storageProblem('400', 'InvalidJWT', 'Invalid or expired signature');
  await sendObject(await find(bucket, name.join('/'), service, storage), of, storage);
}

async function list(bucket: string, claims: Claims, of: Exchange, storage: Storage): Promise<void> {
  const wanted = z
    .object({
      prefix: z.string().default(''),
      limit: z.number().int().min(1).max(1_000).default(100),
      offset: z.number().int().min(0).default(0),
      search: z.string().default(''),
    })
    .safeParse(await readJsonBody(of));
  if (!wanted.success) throw storageProblem('400', 'InvalidRequest', 'Bad list options');
  const { prefix, limit, offset, search } = wanted.data;
  const folder = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  // One level, as a file manager shows it: a deeper object appears as its folder, with null for an id.
  const { rows } = await asStorage(storage, claims, (client) =>
    client.query(
      `with inside as (
         select substr(name, char_length($2) + 1) as rest, o.* from storage.objects o
         where bucket_id = $1 and starts_with(name, $2)
       )
       select rest as name, id, updated_at, created_at, last_accessed_at, metadata from inside
         where position('/' in rest) = 0 and starts_with(rest, $3)
       union all
       select distinct split_part(rest, '/', 1), null::uuid, null::timestamptz, null::timestamptz, null::timestamptz, null::jsonb
         from inside where position('/' in rest) > 0 and starts_with(rest, $3)
       order by 1 limit $4 offset $5`,
      [bucket, folder, search, limit, offset],
    ),
  );
  sendJson(of, 200, rows);
}

async function remove(
  bucket: string,
  name: string,
  claims: Claims,
  of: Exchange,
  storage: Storage,
): Promise<void> {
  let names = [name];
  if (name === '') {
    const wanted = z
      .object({ prefixes: z.array(z.string()).min(1).max(1_000) })
      .safeParse(await readJsonBody(of));
    if (!wanted.success) throw storageProblem('400', 'InvalidRequest', 'prefixes must name the files');
    names = wanted.data.prefixes;
  }
  const { rows } = await asStorage(storage, claims, (client) =>
    client.query<ObjectRow>(
      `delete from storage.objects where bucket_id = $1 and name = any($2) returning ${objectColumns}, bucket_id`,
      [bucket, names],
    ),
  );
  for (const { version } of rows) storage.files.discard(version);
  if (name === '') return sendJson(of, 200, rows);
  if (rows.length === 0) throw notFound();
  sendJson(of, 200, { message: 'Successfully deleted' });
}

async function sendBuckets(id: string, of: Exchange, storage: Storage): Promise<void> {
  const { rows } = await asStorage(storage, await caller(of, storage), (client) =>
    client.query('select * from storage.buckets where $1 = $2 or id = $1 order by name', [id, '']),
  );
  if (id === '') return sendJson(of, 200, rows);
  if (!rows[0]) throw storageProblem('404', 'Bucket not found', 'Bucket not found');
  sendJson(of, 200, rows[0]);
}

async function readJsonBody(of: Exchange): Promise<unknown> {
  const body = await readBody(
    of,
    1024 * 1024,
    storageProblem('413', 'Payload too large', 'The request is too large'),
  );
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw storageProblem('400', 'InvalidRequest', 'The body is not JSON');
  }
}

/** The characters Supabase Storage takes in a name, and no folder that means another. */
function isValidName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= 1_024 &&
    /^[\w/!\-.*'() &$@=;:+,?]+$/.test(name) &&
    name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
