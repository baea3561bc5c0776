const instant = '2026-11-20T13:30:00.000Z';
const neighbour = {
  contractId: 'c1',
  contractNumber: 'ZRH-A-26-00041',
  renter: { name: 'Annalena Brunner' },
  minutesAway: 65,
};

/** One value for every name of a fact, of the kind that refusals carry under it. */
const facts: Readonly<Record<string, unknown>> = {
  actual: 151,
  after: null,
  age: 20,
  amount: -500,
  asked: 12_345,
  at: instant,
  before: neighbour,
  branch: 'Lugano',
  characters: ['王', '\u0007'],
  closedAt: instant,
  computed: 2301,
  contract: 'ZRH-A-26-00042',
  contractNumber: 'ZRH-A-26-00042',
  contracts: [{ contractId: 'c1', contractNumber: 'ZRH-A-26-00042' }, neighbour],
  counted: 54_320,
  counterId: 'counter-1',
  creditable: 10_000,
  currency: 'CHF',
  day: '2026-11-20',
  days: 12,
  denomination: 2000,
  difference: -200,
  digits: 64,
  drawer: 'EUR',
  expected: 7,
  expiresOn: '2026-11-20',
  field: 'company.name',
  file: '/tmp/in.json',
  found: 11,
  from: 'ZRH',
  id: 'van',
  in: instant,
  invoiceCurrency: 'EUR',
  keyId: 'key-1',
  kind: 'invoice',
  lastKnown: 12_345,
  latest: instant,
  leftInDrawer: 20_000,
  legal: ['returned'],
  largest: 9_999_999,
  limit: 140,
  limitDays: 365,
  limitMinutes: 720,
  line: 12,
  lines: 3,
  maximum: 4,
  message: 'no such file',
  minimumDays: 7,
  name: 'Kindersitz',
  most: 12_000,
  needed: 'B',
  number: 'ZRH-A-26-N00002',
  open: 10_000,
  openedAt: instant,
  out: instant,
  overpaid: 500,
  path: 'Document/Ntry[1]',
  country: 'CH',
  postcode: '8001',
  town: 'Zuerich',
  smallest: 0,
  towns: ['Zürich'],
  sameAs: { statementId: 'STM-2026-11-18', entry: 3 },
  payments: 12,
  plate: 'ZH123456',
  position: 2,
  rate: 810,
  returnedAt: instant,
  said: 12,
  sequence: 3,
  servedOn: '2009-05-01',
  signedAt: instant,
  since: '2026-11-20',
  startsAt: instant,
  status: 'out',
  step: 2,
  tag: '31',
  text: '1.2345',
  time: '02:30',
  to: 'LUG',
  total: -500,
  traceId: '0198-trace',
  unit: 'bytes',
  until: instant,
  values: ['de', 'fr'],
  vehicles: [
    { vehicleId: 'v1', contractNumber: 'ZRH-A-26-00042' },
    { vehicleId: 'v2', contractNumber: null },
  ],
  why: 'qrr_check_digit',
  years: 2,
};

/** Where a code's fact has a narrower type than its name tells, or a sentence has more than one form. */
const ofCode: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  illegal_step: [
    { from: 'out', to: 'void', legal: ['returned'] },
    { from: 'closed', to: 'out', legal: [] },
  ],
  wrong_type: [{ expected: 'text' }, { expected: 'whole' }],
  illegal_status: [{ from: 'closed', to: 'out' }],
  before_vat: [{ from: '2011-01-01' }],
  service_too_old: [{ from: '2011-01-01' }],
  amendment_backdated: [{ after: instant }],
  uid_check_digit: [{}, { expected: null }],
  not_yet: [{ from: '2026-11-20' }, { from: '2026-11-20', step: 'exhausted' }],
  fine_time_twice: [
    {
      found: [
        { at: instant, contractNumber: 'ZRH-A-26-00042' },
        { at: instant, contractNumber: null },
      ],
    },
  ],
  vehicle_at_company: [{}, { before: null, after: neighbour }, { before: null, after: null }],
  photo_too_large: [
    { limit: 600_000, actual: 800_000 },
    { limit: 60_000_000, actual: 80_000_000, unit: 'pixels' },
  ],
  difference_without_reason: [{}, { difference: 200 }],
  reason_missing: [{ kind: 'paid_out' }],
  document_missing: [{ kind: 'payment' }],
};

/** Facts for a sentence. One that asks for a fact that is not here throws: `undefined` is no fact. */
export function sampleFacts(code: string): readonly object[] {
  return (ofCode[code] ?? [{}]).map(
    (own) =>
      new Proxy<object>(
        { ...facts, ...own, code },
        {
          get(target, name) {
            if (!Reflect.has(target, name)) throw new Error(`no sample of the fact ${String(name)}`);
            return Reflect.get(target, name) as unknown;
          },
        },
      ),
  );
}
