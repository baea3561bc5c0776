import { z } from 'zod';

/** Who signed in, as the token says. Read without checking the signature: the server checks it, with every call. */
export interface Identity {
  readonly userId: string;
  readonly companyId: string;
  readonly role: 'owner' | 'manager' | 'staff' | 'viewer';
  readonly email: string;
}

const claims = z.object({
  sub: z.uuid(),
  company_id: z.uuid(),
  user_role: z.enum(['owner', 'manager', 'staff', 'viewer']),
  email: z.string().default(''),
});

/** Null when the token is not one of a person who works for a company. An expired one is good enough to open offline. */
export function identityOf(accessToken: string): Identity | null {
  try {
    const payload = accessToken.split('.')[1] ?? '';
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0);
    const { sub, company_id, user_role, email } = claims.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return { userId: sub, companyId: company_id, role: user_role, email };
  } catch {
    return null;
  }
}
