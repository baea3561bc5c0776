import { type Exchange, HttpProblem, header, readBody } from './http.ts';

export interface Upload {
  readonly bytes: Buffer;
  readonly type: string;
  readonly cacheControl: string;
  /** JSON the client attached, as text; null without. */
  readonly metadata: string | null;
}

const largest = 50 * 1024 * 1024;
const roomForMultipart = 64 * 1024;

/** The file in a request: its raw body, or the file in a form (supabase-js gives it the empty field name). */
export async function readUpload(of: Exchange, bucketLimit: string | null): Promise<Upload> {
  const limit = Math.min(largest, bucketLimit === null ? largest : Number(bucketLimit));
  const tooLarge = new HttpProblem(413, {
    statusCode: '413',
    error: 'Payload too large',
    message: 'The object exceeded the maximum allowed size',
  });
  const contentType = header(of, 'content-type') ?? 'application/octet-stream';
  if (!contentType.startsWith('multipart/form-data')) {
    return {
      bytes: await readBody(of, limit, tooLarge),
      type: contentType,
      cacheControl: header(of, 'cache-control') ?? 'no-cache',
      metadata: readMetadata(Buffer.from(header(of, 'x-metadata') ?? '', 'base64').toString('utf8')),
    };
  }
  const body = await readBody(of, limit + roomForMultipart, tooLarge);
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined);
  const file = form && [...form.values()].find((value) => typeof value !== 'string');
  if (!form || file === undefined || typeof file === 'string') {
    throw new HttpProblem(400, {
      statusCode: '400',
      error: 'InvalidRequest',
      message: 'The form holds no file',
    });
  }
  if (file.size > limit) throw tooLarge;
  const maxAge = form.get('cacheControl');
  const metadata = form.get('metadata');
  return {
    bytes: Buffer.from(await file.arrayBuffer()),
    type: file.type || 'application/octet-stream',
    cacheControl: typeof maxAge === 'string' ? `max-age=${maxAge}` : 'no-cache',
    metadata: readMetadata(typeof metadata === 'string' ? metadata : ''),
  };
}

function readMetadata(text: string): string | null {
  if (text === '') return null;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    throw new HttpProblem(400, {
      statusCode: '400',
      error: 'InvalidRequest',
      message: 'The metadata is not JSON',
    });
  }
}
