/**
 * Says whether the parts that a counter needs answer, and how fast. For load balancers, dashboards and alert rules.
 * 200 while the service can be used (healthy, degraded), 503 when it cannot (critical).
 */
declare const Deno: {
  readonly env: { get(name: string): string | undefined };
  serve(handler: (request: Request) => Promise<Response>): unknown;
};

interface Component {
  readonly name: 'auth' | 'storage' | 'sync';
  readonly status: 'healthy' | 'unhealthy';
  readonly latency_ms: number;
}

const patience = 2_000;

Deno.serve(async () => {
  const base = Deno.env.get('SUPABASE_URL') ?? '';
  const key = Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? '';
  const sync = Deno.env.get('POWERSYNC_URL');
  const headers = { apikey: key, authorization: `Bearer ${key}` };
  const components = await Promise.all([
    check('auth', `${base}/auth/v1/health`, headers),
    // Lists the buckets, so it asks Postgres too.
    check('storage', `${base}/storage/v1/bucket`, headers),
    ...(sync === undefined ? [] : [check('sync', `${sync}/probes/liveness`, {})]),
  ]);
  const failing = components.filter(({ status }) => status === 'unhealthy').map(({ name }) => name);
  // Without sync a counter goes on working; without storage there is no database.
  const status = failing.length === 0 ? 'healthy' : failing.includes('storage') ? 'critical' : 'degraded';
  return Response.json(
    { status, components },
    { status: status === 'critical' ? 503 : 200, headers: { 'cache-control': 'no-store' } },
  );
});

async function check(
  name: Component['name'],
  url: string,
  headers: Record<string, string>,
): Promise<Component> {
  const began = performance.now();
  const good = await fetch(url, { headers, signal: AbortSignal.timeout(patience) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );
  return { name, status: good ? 'healthy' : 'unhealthy', latency_ms: Math.round(performance.now() - began) };
}
