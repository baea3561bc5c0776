import type { Servers } from '#shared/ipc/contract.ts';

/**
 * What the page may load and talk to: itself, and the two servers that the settings name. Nothing inline, no eval, no
 * frames, no plug-ins.
 * @param ownSockets origins of the host's own WebSockets, when it serves the replica over one
 */
export function contentSecurityPolicy(
  servers: Pick<Servers, 'supabaseUrl' | 'powersyncUrl'>,
  ownSockets: readonly string[] = [],
): string {
  const api = new URL(servers.supabaseUrl).origin;
  const stream = new URL(servers.powersyncUrl).origin;
  const sockets = [api, stream].map((origin) => origin.replace(/^http/, 'ws'));
  return [
    "default-src 'none'",
    "script-src 'self'",
    // React Aria sets style attributes; no style can run code or reach a server that connect-src and img-src forbid.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${[...new Set([api, stream, ...sockets, ...ownSockets])].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Beside the policy, for every answer with a page in it. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};
