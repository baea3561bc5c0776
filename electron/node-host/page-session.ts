import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may talk to the node-host: the one browser that came with the one-time token of the printed address. Other
 * programs and pages on this machine have neither the token nor, afterwards, the cookie.
 *
 * Browsers send the cookies of one port of 127.0.0.1 to all of them. So each counter's cookie has a name of its own, and
 * another server of this machine that the same browser visits could read it: good for development and tests, which is
 * what the node-host is for.
 */
export interface PageSession {
  /** The address to open. Its token is good for one use. */
  readonly token: string;
  /** Trades the token for a cookie; null when it was used or is wrong. */
  redeem(token: string | null): string | null;
  /** Was it sent to our own address, and not by another's page? */
  isForUs(request: IncomingMessage): boolean;
  /** Is it for us, and does it carry the cookie? */
  admits(request: IncomingMessage): boolean;
}

/** @param origin where the page is served, such as `http://127.0.0.1:5180` */
export function openPageSession(origin: () => string): PageSession {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  let unused = true;
  const cookieName = () => `schalter_page_${new URL(origin()).port}`;
  // A page of another origin, or a name that was rebound to 127.0.0.1, is not ours even with the cookie.
  const isForUs = ({ headers }: IncomingMessage): boolean =>
    headers.host === new URL(origin()).host && (headers.origin === undefined || headers.origin === origin());
  return {
    token,
    redeem(offered) {
      if (!unused || offered === null || !equal(offered, token)) return null;
      unused = false;
      return `${cookieName()}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isForUs,
    admits: (request) =>
      isForUs(request) && cookies(request, cookieName()).some((value) => equal(value, secret)),
  };
}

function cookies(request: IncomingMessage, cookieName: string): readonly string[] {
  return (request.headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${cookieName}=`))
    .map((part) => part.slice(cookieName.length + 1));
}

function equal(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
