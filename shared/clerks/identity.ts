import { z } from 'zod';

/** Who signed in, as their token says. The server checks the token with every call; here it only says whose window this is. */
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

/** Null when the claims are not those of a person who works for a company. */
export function identityOfClaims(payload: unknown): Identity | null {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return null;
  const { sub, company_id, user_role, email } = parsed.data;
  return { userId: sub, companyId: company_id, role: user_role, email };
}
