import { type AuditFact, chainStart, linkHash } from '#shared/audit/audit-chain.ts';
import { instant } from '#shared/time/instant.ts';
import type { AccessTable } from '#supabase/access/matrix.ts';
import { moment } from '../walk-in.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A branch with what rows of it hang on. Every id names a row that is there. */
export interface Place {
  readonly companyId: string;
  readonly branchId: string;
  /** Another branch of the same company. */
  readonly elsewhereId: string;
  readonly counterId: string;
  /** How the numbers of the counter begin: `ZRH-A-26-`. */
  readonly series: string;
  readonly clerkId: string;
  readonly customerId: string;
  readonly categoryId: string;
  readonly vehicleId: string;
  readonly rateId: string;
  /** A quote of the branch that nobody signed, with a driver and a line. */
  readonly draftId: string;
  /** A signed contract of the branch that is out. */
  readonly signedId: string;
  /** An invoice that is not issued, with a line; and one that is. */
  readonly draftInvoiceId: string;
  readonly invoiceId: string;
  /** An open drawer in francs. */
  readonly drawerId: string;
  readonly importId: string;
}

/** The strokes of a pen, as the app keeps them. */
export const signature = {
  width: 600,
  height: 180,
  strokes: [
    [
      [1, 1],
      [99, 99],
    ],
  ],
};

let running = Date.now() % 100_000;
const next = (): number => (running += 1);
/** A number of the counter's series: `number(place, 'R')` is one of an invoice. */
export const number = (place: Place, kind = ''): string =>
  `${place.series}${kind}${String(700_000_000 + next())}`;
const hash = (): string => `${crypto.randomUUID()}${crypto.randomUUID()}`.replaceAll('-', '');
/** A code that no branch of the demo has, another each time. */
const letters = (): string => {
  const n = next();
  return `X${String.fromCharCode(65 + (Math.floor(n / 26) % 26), 65 + (n % 26))}`;
};
const day = (days: number): string => moment(days).slice(0, 10);

const priceLine = (position: number): Row => ({
  position,
  kind: 'rental',
  label: '1 Tag Miete',
  quantity: 1,
  unit_price: 8_900,
  amount: 8_900,
  vat_kind: 'standard',
  vat_rate: 810,
});

/** A link of the audit chain with the hash of what it says; places.ts writes the first. */
export function auditLink({ counterId, clerkId }: Place, sequence: number): Row {
  const fact: AuditFact = {
    counterId,
    userId: clerkId,
    sequence,
    kind: 'contract.signed',
    subjectId: crypto.randomUUID(),
    contentHash: hash(),
    occurredAt: instant(new Date()),
  };
  return {
    counter_id: counterId,
    user_id: clerkId,
    sequence,
    kind: fact.kind,
    subject_id: fact.subjectId,
    content_hash: fact.contentHash,
    previous_hash: chainStart,
    hash: linkHash(fact, chainStart),
    occurred_at: fact.occurredAt,
  };
}

type Maker = (place: Place, id: string) => Row;

const at = ({ branchId, counterId, clerkId }: Place): Row => ({
  branch_id: branchId,
  counter_id: counterId,
  clerk_id: clerkId,
});

/** What a valid new row holds beside its id and its company: only columns that people may write, where they may. */
const makers: Readonly<Record<AccessTable, Maker>> = {
  companies: () => ({
    name: 'Neu AG',
    street: 'Gasse',
    postal_code: '8001',
    town: 'Zürich',
    uid: 'CHE-123.456.788',
    iban: 'CH5800791123000889012',
  }),
  branches: () => ({ code: letters(), name: 'Neu', street: 'Gasse', postal_code: '8001', town: 'Zürich' }),
  users: (place, id) => ({ id, branch_id: place.branchId, role: 'staff', display_name: 'Neu' }),
  counters: ({ branchId }) => ({
    branch_id: branchId,
    letter: 'Y',
    reference_no: 1_000 + (next() % 8_999),
    name: 'Neu',
  }),
  customers: () => ({ last_name: 'Muster', first_name: 'Eva' }),
  vehicle_categories: () => ({ code: letters(), name: 'Neu', deposit: 50_000, deductible: 100_000 }),
  vehicles: ({ branchId, categoryId }) => ({
    branch_id: branchId,
    category_id: categoryId,
    vin: `WVWZZZ1KZ${String(10_000_000 + next())}`,
    plate: 'ZH 1',
    make: 'VW',
    model: 'Golf',
    energy: 'petrol',
  }),
  // Each for another day long ago, because a vehicle has one plate at a time.
  vehicle_plates: ({ vehicleId }) => {
    const days = -20_000 + (next() % 15_000);
    return { vehicle_id: vehicleId, plate: 'ZH 2', used_from: moment(days), used_to: moment(days + 0.5) };
  },
  vehicle_holds: ({ vehicleId }) => ({ vehicle_id: vehicleId, reason: 'service', starts_at: moment(40) }),
  vehicle_transfers: ({ vehicleId, branchId, elsewhereId }) => ({
    vehicle_id: vehicleId,
    from_branch_id: branchId,
    to_branch_id: elsewhereId,
    leaves_at: moment(-1),
  }),
  damages: ({ vehicleId }) => ({
    vehicle_id: vehicleId,
    view: 'left',
    x: 100,
    y: 200,
    kind: 'scratch',
    size: 'small',
    found_at: moment(-1),
  }),
  photos: (place, id) => ({
    counter_id: place.counterId,
    vehicle_id: place.vehicleId,
    path: `${place.companyId}/${id}.jpg`,
    mime: 'image/jpeg',
    sha256: hash(),
    size_bytes: 3,
    taken_at: moment(-1),
  }),
  rates: ({ categoryId }) => ({
    category_id: categoryId,
    name: 'Neu',
    valid_from: '2026-01-01',
    valid_to: '2026-12-31',
    day_price: 8_900,
    kilometres_per_day: 200,
    extra_kilometre_price: 35,
  }),
  seasons: () => ({ name: 'Sommer', valid_from: '2026-06-01', valid_to: '2026-08-31' }),
  kilometre_packages: () => ({ name: '500 km', kilometres: 500, price: 9_000 }),
  extras: () => ({ name: 'Kindersitz', per: 'day', price: 900 }),
  protections: () => ({ name: 'Vollkasko', cover: 'collision', per_day: 2_500, deductible: 50_000 }),
  one_way_fees: ({ branchId, elsewhereId }) => ({
    from_branch_id: branchId,
    to_branch_id: elsewhereId,
    price: 15_000,
  }),
  discounts: () => ({
    name: 'Stammkunden',
    share: 1_000,
    applies_to: 'rental',
    valid_from: '2026-01-01',
    valid_to: '2026-12-31',
  }),
  contracts: (place) => ({
    ...at(place),
    return_branch_id: place.branchId,
    customer_id: place.customerId,
    customer_name: 'Muster, Eva',
    category_id: place.categoryId,
    rate_id: place.rateId,
    starts_at: moment(-2),
    ends_at: moment(1),
    total: 8_900,
  }),
  contract_drivers: ({ draftId }) => ({
    contract_id: draftId,
    is_main: true,
    first_name: 'Eva',
    last_name: 'Muster',
    born_on: '1990-12-24',
    licence_number: '003784562001',
    licence_category: 'B',
    licence_since: '2009-03-01',
  }),
  contract_lines: ({ draftId }) => ({ contract_id: draftId, ...priceLine(2 + (next() % 900)) }),
  handovers: ({ signedId, vehicleId, counterId, clerkId }) => ({
    contract_id: signedId,
    vehicle_id: vehicleId,
    counter_id: counterId,
    clerk_id: clerkId,
    kind: 'check_in',
    handed_over_at: moment(0),
    odometer_km: 200_000,
    fuel_eighths: 8,
    damages: [],
  }),
  amendments: (place) => ({
    ...at(place),
    contract_id: place.signedId,
    number: number(place, 'N'),
    position: 1,
    changes: [{ kind: 'extend' }],
    follows: hash(),
    vehicle_id: place.vehicleId,
    category_id: place.categoryId,
    return_branch_id: place.branchId,
    ends_at: moment(3),
    total_before: 8_900,
    total: 17_800,
    terms: {},
    signature,
    signed_name: 'Eva Muster',
    signed_at: moment(0),
  }),
  invoices: (place) => ({
    ...at(place),
    customer_id: place.customerId,
    number: number(place, 'R'),
    recipient: { name: 'Eva Muster' },
    issued_on: day(0),
    due_on: day(30),
    service_from: day(-2),
    service_to: day(0),
    total: 8_900,
    vat_total: 667,
    reference: String(next()).padStart(27, '0'),
  }),
  invoice_lines: ({ draftInvoiceId }) => ({ invoice_id: draftInvoiceId, ...priceLine(2 + (next() % 900)) }),
  payments: (place) => ({
    ...at(place),
    contract_id: place.signedId,
    kind: 'payment',
    method: 'cash',
    amount: 8_900,
    paid_at: moment(0),
  }),
  deposits: (place) => ({
    ...at(place),
    contract_id: place.signedId,
    method: 'cash',
    amount: 50_000,
    held_at: moment(0),
  }),
  // In euro, because the one in francs is open.
  cash_sessions: (place) => ({
    branch_id: place.branchId,
    counter_id: place.counterId,
    number: number(place, 'K'),
    currency: 'EUR',
    opened_at: moment(0),
    opened_by: place.clerkId,
    opening_float: 10_000,
  }),
  cash_movements: ({ drawerId, clerkId }) => ({
    session_id: drawerId,
    kind: 'paid_in',
    amount: 5_000,
    reason: 'Wechselgeld',
    moved_at: moment(0),
    clerk_id: clerkId,
  }),
  reminders: ({ invoiceId, counterId, clerkId }) => ({
    invoice_id: invoiceId,
    counter_id: counterId,
    clerk_id: clerkId,
    step: 2,
    open_amount: 8_900,
    reminded_on: day(0),
    pay_until: day(10),
  }),
  fines: (place) => ({
    ...at(place),
    number: number(place, 'B'),
    authority: { name: 'Stadtpolizei Zürich' },
    authority_reference: '2026-1',
    plate: 'ZH 1',
    offence_at: moment(-1),
    received_on: day(1),
  }),
  bank_imports: ({ clerkId }) => ({
    clerk_id: clerkId,
    file_name: 'camt.xml',
    sha256: hash(),
    message_kind: 'camt.054',
    entries: 1,
    imported_at: moment(0),
  }),
  bank_entries: ({ importId }) => ({
    import_id: importId,
    dedupe_key: hash(),
    account: 'CH5800791123000889012',
    booked_on: day(0),
    currency: 'CHF',
    amount: 8_900,
  }),
  documents: (place, id) => ({
    counter_id: place.counterId,
    contract_id: place.signedId,
    kind: 'contract',
    language: 'de',
    path: `${place.companyId}/${id}.pdf`,
    sha256: hash(),
    size_bytes: 3,
    made_at: moment(0),
  }),
  messages: ({ counterId, clerkId }) => ({
    counter_id: counterId,
    clerk_id: clerkId,
    channel: 'email',
    template: 'contract',
    language: 'de',
    recipient: 'eva@example.ch',
    queued_at: moment(0),
  }),
  audit_events: (place) => auditLink(place, 2),
  refused_changes: ({ counterId, clerkId }) => ({
    counter_id: counterId,
    user_id: clerkId,
    client_id: 'rules',
    tx_id: next(),
    code: 'rule_broken',
    message: '',
    payload: [],
  }),
  conflicts: ({ vehicleId }) => ({
    kind: 'odometer_back',
    vehicle_id: vehicleId,
    details: { made: next() },
  }),
  release_policies: () => ({ channel: 'early', version: '1.2.3' }),
  saved_views: ({ clerkId }) => ({
    user_id: clerkId,
    list: 'invoices',
    name: 'Offene Rechnungen',
    search: { state: 'open' },
  }),
};

/** A new valid row of a table, in a place, with its id; `more` changes or adds columns. */
export function newRow(table: AccessTable, place: Place, more: Row = {}): Row & { readonly id: string } {
  const id = crypto.randomUUID();
  const own = table === 'companies' ? {} : { company_id: place.companyId };
  return { ...own, ...makers[table](place, id), id, ...more };
}

/** A change of each table that its rules allow once: what the daily work writes. */
export const changes: Readonly<Record<AccessTable, (place: Place) => Row>> = {
  companies: () => ({ website: 'www.neu.example' }),
  branches: () => ({ phone: '+41445550199' }),
  users: () => ({ display_name: 'Anders' }),
  counters: () => ({ name: 'Anders' }),
  customers: () => ({ note: 'anders' }),
  vehicle_categories: () => ({ name: 'anders' }),
  vehicles: () => ({ parking_place: 'A1' }),
  vehicle_plates: () => ({ used_to: moment(1) }),
  vehicle_holds: () => ({ note: 'anders' }),
  vehicle_transfers: () => ({ arrived_at: moment(0) }),
  damages: () => ({ repaired_at: moment(0) }),
  photos: () => ({ stored_at: moment(0) }),
  rates: () => ({ name: 'anders' }),
  seasons: () => ({ name: 'anders' }),
  kilometre_packages: () => ({ name: 'anders' }),
  extras: () => ({ name: 'anders' }),
  protections: () => ({ name: 'anders' }),
  one_way_fees: () => ({ price: 1 }),
  discounts: () => ({ name: 'anders' }),
  contracts: () => ({ note: 'anders' }),
  contract_drivers: () => ({ first_name: 'Anders' }),
  contract_lines: () => ({ label: 'anders' }),
  handovers: () => ({ note: 'anders' }),
  amendments: () => ({ signed_name: 'anders' }),
  invoices: () => ({ issued_at: moment(0) }),
  invoice_lines: () => ({ label: 'anders' }),
  payments: () => ({ reference: 'anders' }),
  deposits: ({ clerkId }) => ({ released: 50_000, kept: 0, settled_at: moment(0), settled_by: clerkId }),
  cash_sessions: () => ({ difference_reason: 'anders' }),
  cash_movements: () => ({ reason: 'anders' }),
  reminders: () => ({ fee: 1 }),
  fines: () => ({ status: 'resolved' }),
  bank_imports: () => ({ file_name: 'anders' }),
  bank_entries: () => ({ note: 'anders' }),
  documents: () => ({ stored_at: moment(0) }),
  messages: () => ({ error: 'anders' }),
  audit_events: () => ({ hash: hash() }),
  refused_changes: ({ clerkId }) => ({ settled_at: moment(0), settled_by: clerkId }),
  conflicts: ({ clerkId }) => ({ settled_at: moment(0), settled_by: clerkId, settled_reason: 'gut' }),
  release_policies: () => ({ is_held: true }),
  saved_views: () => ({ name: 'anders' }),
};
