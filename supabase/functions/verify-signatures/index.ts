/**
 * Verifies the Ed25519 signatures of the audit links that arrived since the last time, and keeps a verdict for each
 * (decision 8: verified on arrival). Called every few minutes by the project's scheduler with the service key; whoever calls
 * it with another key is refused by Postgres, because it asks with the caller's own rights.
 *
 * Answers `{ verified, wrong, more }`; `more` says that links are left for the next call.
 */
import { isLinkSignature } from '../../../shared/audit/link-signature.ts';

declare const Deno: {
  readonly env: { get(name: string): string | undefined };
  serve(handler: (request: Request) => Promise<Response>): unknown;
};

interface Link {
  readonly event_id: string;
  readonly hash: string;
  readonly signature: string | null;
  readonly public_key: string | null;
}

const batch = 500;
/** Per call: a function has seconds, not minutes. A verification takes about a millisecond. */
const batchesAtMost = 10;

Deno.serve(async (request) => {
  const headers = {
    apikey: Deno.env.get('SUPABASE_ANON_KEY') ?? '',
    authorization: request.headers.get('authorization') ?? '',
    'content-type': 'application/json',
  };
  let verified = 0;
  let wrong = 0;
  let more = true;
  for (let round = 0; more && round < batchesAtMost; round++) {
    const asked = await call('links_to_verify', { at_most: batch }, headers);
    if (!asked.ok) return refused(asked.status);
    const links = (await asked.json()) as readonly Link[];
    const verdicts = links.map(({ event_id, hash, signature, public_key }) => ({
      event_id,
      hash,
      signed: signature !== null && public_key !== null && isLinkSignature(signature, hash, public_key),
    }));
    if (verdicts.length > 0) {
      const noted = await call('note_verdicts', { verdicts }, headers);
      if (!noted.ok) return refused(noted.status);
    }
    verified += links.length;
    wrong += links.filter(({ signature }, index) => signature !== null && !verdicts[index]?.signed).length;
    more = links.length === batch;
  }
  return Response.json({ verified, wrong, more }, { headers: { 'cache-control': 'no-store' } });
});

function call(name: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  const base = Deno.env.get('SUPABASE_URL') ?? '';
  return fetch(`${base}/rest/v1/rpc/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** What Postgres said, without its words: they are for its log. */
function refused(status: number): Response {
  const code = status === 401 || status === 403 ? 'not_allowed' : 'database_failed';
  return Response.json({ code }, { status: code === 'not_allowed' ? 403 : 502 });
}
