import { demoId } from './demo-id.ts';

export type Role = 'owner' | 'manager' | 'staff' | 'viewer';

export interface DemoSignIn {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly name: string;
  readonly language: 'de' | 'fr' | 'it' | 'en';
  readonly company: string;
  readonly companyId: string;
  /** Where the person mostly works; null for everywhere. */
  readonly branchId: string | null;
}

export const alpina = {
  id: demoId('company/alpina'),
  name: 'Alpina Autovermietung AG',
  branches: { zurich: demoId('branch/ZRH'), chur: demoId('branch/CHR') },
  /** `ZRH-A`, `ZRH-B`, `CHR-A`. */
  counters: {
    zurichA: demoId('counter/ZRH-A'),
    zurichB: demoId('counter/ZRH-B'),
    churA: demoId('counter/CHR-A'),
  },
} as const;

export const lago = {
  id: demoId('company/lago'),
  name: 'Lago Noleggio SA',
  branches: { lugano: demoId('branch/LUG') },
  counters: { luganoA: demoId('counter/LUG-A') },
} as const;

function person(
  company: { readonly id: string; readonly name: string },
  at: string,
  name: string,
  role: Role,
  branchId: string | null,
  language: 'de' | 'it',
): DemoSignIn {
  const domain = company.id === alpina.id ? 'alpina.example' : 'lago.example';
  const email = `${at}@${domain}`;
  return {
    id: demoId(`user/${email}`),
    email,
    // For a demo on 127.0.0.1 and nothing else.
    password: `${at}-demo-2026`,
    role,
    name,
    language,
    company: company.name,
    companyId: company.id,
    branchId,
  };
}

/** Who can sign in on a freshly seeded backend. */
export const demoPeople = {
  owner: person(alpina, 'owner', 'Regula Steiner', 'owner', null, 'de'),
  manager: person(alpina, 'manager', 'Marco Caduff', 'manager', alpina.branches.zurich, 'de'),
  zurich: person(alpina, 'zurich', 'Anna Keller', 'staff', alpina.branches.zurich, 'de'),
  chur: person(alpina, 'chur', 'Gian Derungs', 'staff', alpina.branches.chur, 'de'),
  viewer: person(alpina, 'viewer', 'Beat Wüthrich', 'viewer', null, 'de'),
  lagoOwner: person(lago, 'owner', 'Chiara Bernasconi', 'owner', null, 'it'),
  lagoStaff: person(lago, 'lugano', 'Matteo Rezzonico', 'staff', lago.branches.lugano, 'it'),
} as const;

export const demoSignIns: readonly DemoSignIn[] = Object.values(demoPeople);
