import { z } from 'zod';

const line = z.object({
  data: z.object({ data: z.array(z.object({ data: z.string().nullable() })) }).optional(),
  checkpoint_complete: z.unknown().optional(),
});

/**
 * Asks the stream directly, as a program with a token would, and returns every row it sends for one full checkpoint. The pass of a
 * session that has just begun may reach the stream after its question: a checkpoint without a row is not the last one.
 */
export async function askStream(
  powersyncUrl: string,
  token: string,
  parameters: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly rows: readonly string[] }> {
  const response = await fetch(`${powersyncUrl}/sync/stream`, {
    method: 'POST',
    signal: AbortSignal.timeout(10_000),
    headers: { authorization: `Token ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      buckets: [],
      include_checksum: true,
      raw_data: true,
      client_id: 'demo-thief',
      parameters,
      streams: {
        include_defaults: true,
        subscriptions: ['company', 'open_contracts', 'customers', 'customer_history', 'branch', 'rental'].map(
          (stream) => ({
            stream,
            parameters,
            override_priority: null,
          }),
        ),
      },
    }),
  });
  const rows: string[] = [];
  if (!response.ok || !response.body) return { status: response.status, rows };
  let rest = '';
  for await (const bytes of response.body) {
    rest += new TextDecoder().decode(bytes);
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines.filter(Boolean)) {
      const { data, checkpoint_complete: complete } = line.parse(JSON.parse(text));
      rows.push(...(data?.data.flatMap((op) => op.data ?? []) ?? []));
      // Leaving the loop ends the stream.
      if (complete !== undefined && rows.length > 0) return { status: response.status, rows };
    }
  }
  return { status: response.status, rows };
}
