/**
 * Who may do what: every table, bucket and function that a token reaches, by verb and role. The policies in
 * `supabase/migrations` decide; this says the same for people (`matrix.md` is written from it) and for the tests in
 * `supabase/tests/rules`, which try every cell, allowed and refused. A table, bucket or function without a line here fails
 * a test.
 */
export const roles = ['owner', 'manager', 'staff', 'viewer', 'suspended', 'nobody'] as const;
/** `suspended` has a token that is still good, `nobody` has none. */
export type AccessRole = (typeof roles)[number];

/** Within the company; what belongs to another one is never anybody's. */
export type Scope = 'everywhere' | 'own_branch' | 'own_rows' | 'never';
export type Cells = Readonly<Record<AccessRole, Scope>>;

export const verbs = ['select', 'insert', 'update', 'delete'] as const;
export type Verb = (typeof verbs)[number];

export interface TableAccess extends Readonly<Record<Verb, Cells>> {
  /** What says the branch of a row, where a verb is limited to one's own; otherwise what people should know. */
  readonly note: string;
}

function cells(owner: Scope, manager: Scope, staff: Scope, viewer: Scope): Cells {
  return { owner, manager, staff, viewer, suspended: 'never', nobody: 'never' };
}

/** Nobody but the server. */
const never = cells('never', 'never', 'never', 'never');
const everybody = cells('everywhere', 'everywhere', 'everywhere', 'everywhere');
const workers = cells('everywhere', 'everywhere', 'everywhere', 'never');
/** Owners everywhere; managers and staff in their branch, and everywhere when they have none. */
const workersAtHome = cells('everywhere', 'own_branch', 'own_branch', 'never');
const managers = cells('everywhere', 'everywhere', 'never', 'never');
const managersAtHome = cells('everywhere', 'own_branch', 'never', 'never');
/** Of a row that belongs to one person, that person alone. */
const itsPerson = cells('own_rows', 'own_rows', 'own_rows', 'own_rows');
const itsWorker = cells('own_rows', 'own_rows', 'own_rows', 'never');
const owners = cells('everywhere', 'never', 'never', 'never');

function table(
  note: string,
  { insert = never, update = never, remove = never }: { insert?: Cells; update?: Cells; remove?: Cells },
): TableAccess {
  return { note, select: everybody, insert, update, delete: remove };
}

/** What somebody has looked after since it was written: added, changed, and never removed. */
const kept = (note: string, who: Cells): TableAccess => table(note, { insert: who, update: who });

const priceList = 'Of the company. Ended by its dates or switched off, never removed.';

export const tableAccess = {
  companies: table('The tier is the server’s.', { update: owners }),
  branches: kept('Of the company.', owners),
  users: table('People are invited by the server. Nobody removes one; who leaves is suspended.', {
    update: owners,
  }),
  counters: kept('Which machine it is, the server writes (claim_counter).', owners),

  customers: kept('Of the company: a renter asks anywhere. Merged, never removed.', workers),
  vehicle_categories: kept(priceList, managers),
  vehicles: kept('branch_id. Kilometres and fuel follow the handovers.', managersAtHome),
  vehicle_plates: kept('Of the company: plates move between branches.', managers),
  vehicle_holds: kept('Of the company: who sees the damage keeps the car back.', workers),
  vehicle_transfers: kept('Of the company: written where it leaves, finished where it arrives.', workers),
  damages: kept('Of the company: found wherever the car is.', workers),
  photos: kept('The branch of the counter.', workersAtHome),

  rates: kept(priceList, managers),
  seasons: kept(priceList, managers),
  kilometre_packages: kept(priceList, managers),
  extras: kept(priceList, managers),
  protections: kept(priceList, managers),
  discounts: kept(priceList, managers),
  one_way_fees: table('Of the company. A pair that is no longer offered is removed.', {
    insert: managers,
    update: managers,
    remove: managers,
  }),

  contracts: kept(
    'branch_id; for changes also return_branch_id. Once signed only the return is left to write, and that everywhere. ' +
      'Signed at a counter of one’s branch.',
    workersAtHome,
  ),
  contract_drivers: table('The branches of the contract; frozen with it.', {
    insert: workersAtHome,
    update: workersAtHome,
    remove: workersAtHome,
  }),
  contract_lines: table('The branches of the contract; frozen with it.', {
    insert: workersAtHome,
    update: workersAtHome,
    remove: workersAtHome,
  }),
  handovers: table('The branch of the counter: a car comes back anywhere.', { insert: workersAtHome }),
  amendments: table('branch_id and the branch of the counter.', { insert: workersAtHome }),

  invoices: kept('branch_id and the branch of the counter. Issued, and frozen.', workersAtHome),
  invoice_lines: kept('The branch of the invoice; frozen with it.', workersAtHome),
  payments: table('branch_id and the branch of the counter.', { insert: workersAtHome }),
  deposits: kept(
    'branch_id and the branch of the counter; settled in any branch of the contract, also where the car was brought back.',
    workersAtHome,
  ),
  cash_sessions: kept('branch_id and the branch of the counter. Closed, and frozen.', workersAtHome),
  cash_movements: table('The branch of the drawer.', { insert: workersAtHome }),
  reminders: table('The branch of the counter.', { insert: workersAtHome }),
  fines: kept('branch_id; added at a counter of the branch.', workersAtHome),
  bank_imports: table('Of the company.', { insert: managers }),
  bank_entries: kept('Of the company.', managers),

  documents: kept(
    'The branch of the counter. Sealed: only the moment of storing is filled in.',
    workersAtHome,
  ),
  messages: table('The branch of the counter. Sent by the server.', { insert: workersAtHome }),
  audit_events: table('The branch of the counter. Append-only.', { insert: workersAtHome }),
  refused_changes: table('The branch of the counter. Written by apply_changes, settled by people.', {
    update: workersAtHome,
  }),
  conflicts: table('Of the company: both sides see it, either settles it. Raised by triggers.', {
    update: workers,
  }),
  release_policies: kept('Of the company.', owners),
  saved_views: {
    note: 'user_id. How somebody looks at a list is nobody else’s.',
    select: itsPerson,
    insert: itsWorker,
    update: itsWorker,
    delete: itsWorker,
  },
} as const satisfies Readonly<Record<string, TableAccess>>;

export type AccessTable = keyof typeof tableAccess;

export const fileVerbs = ['read', 'add', 'overwrite', 'remove'] as const;
export type FileVerb = (typeof fileVerbs)[number];

const files = { read: everybody, add: workers, overwrite: never, remove: never } as const;

/** By bucket of Storage. The first folder of a file is its company. */
export const bucketAccess = {
  'contract-pdfs': files,
  'contract-photos': files,
} as const satisfies Readonly<Record<string, Readonly<Record<FileVerb, Cells>>>>;

export interface FunctionAccess {
  readonly call: Cells;
  readonly note: string;
}

/** What the API calls: every function in schema public. Those in schema private are not exposed. */
export const functionAccess = {
  apply_changes: {
    call: everybody,
    note: 'At an active counter of the company. What it writes is under the rights of whoever calls: a viewer is refused every row.',
  },
  claim_counter: {
    call: workersAtHome,
    note: 'The branch of the counter. Managers and owners also take over one that another machine has.',
  },
  report_counter: {
    call: workersAtHome,
    note: 'The branch of the counter. Of the counter that the machine is: of another one nothing is noted.',
  },
  export_person: { call: owners, note: 'A customer of the company. Noted as admin_action.' },
  erase_person: {
    call: owners,
    note: 'A customer of the company, with nothing open. Noted as admin_action.',
  },
  list_security_events: { call: owners, note: 'Those of the company.' },
  links_to_verify: { call: never, note: 'The service key alone: the edge function verify-signatures.' },
  note_verdicts: { call: never, note: 'The service key alone: the edge function verify-signatures.' },
  custom_access_token_hook: { call: never, note: 'Supabase Auth alone.' },
} as const satisfies Readonly<Record<string, FunctionAccess>>;
