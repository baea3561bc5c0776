import { expect, test } from 'vitest';
import { signPrice } from '../pricing/change-rental.ts';
import { examplePriceList } from '../pricing/example-list.ts';
import { priceListSchema } from '../pricing/price-list.ts';
import { quoteRequestSchema } from '../pricing/quote-request.ts';
import { must } from '../result/result.ts';
import { instant, isoDay } from '../time/instant.ts';
import type { AmendmentChange } from './amendment-change.ts';
import { describeChanges } from './describe-change.ts';

const from = instant('2026-11-18T15:00:00+01:00');
const changes: readonly AmendmentChange[] = [
  { kind: 'extend', until: instant('2026-11-21T10:00:00+01:00') },
  { kind: 'extend', until: instant('2026-11-22T10:00:00+01:00') },
  { kind: 'return_elsewhere', branch: 'kloten' },
  {
    kind: 'exchange_vehicle',
    at: from,
    vehicle: { id: 'transporter', category: 'van' },
    courtesy: true,
    reason: 'Panne',
  },
  {
    kind: 'add_driver',
    from,
    driver: {
      id: 'beat',
      bornOn: isoDay('1985-03-04'),
      licenceSince: isoDay('2005-05-05'),
      licenceCategory: 'B',
      licenceExpiresOn: null,
    },
  },
  { kind: 'add_extras', from, extras: [{ id: 'child', count: 2 }] },
  { kind: 'add_protections', from, protections: ['theft'] },
];

test('each change stands beside what held before it, also within one amendment', () => {
  const request = quoteRequestSchema.parse({
    category: 'compact',
    pickUp: { branch: 'zrh', at: '2026-11-16T10:00:00+01:00' },
    return: { branch: 'zrh', at: '2026-11-20T10:00:00+01:00' },
  });
  const price = must(signPrice(request, priceListSchema.parse(examplePriceList)));
  const terms = { vehicle: { id: 'octavia', category: 'compact' }, drivers: [], price };
  const names = {
    branch: (id: string) => ({ zrh: 'Zürich HB', kloten: 'Flughafen' })[id] ?? id,
    vehicle: (id: string) => (id === 'octavia' ? 'ZH 731 204' : 'ZH 99 001'),
    driver: () => 'Beat Lenker',
  };
  const rows = describeChanges(changes, terms, names, 'de');
  expect(rows.map(({ what, before, now }) => `${what}: ${before ?? '–'} → ${now}`)).toEqual([
    'Rückgabe bis: 20.11.2026 10:00 → 21.11.2026 10:00',
    'Rückgabe bis: 21.11.2026 10:00 → 22.11.2026 10:00',
    'Rückgabeort: Zürich HB → Flughafen',
    'Fahrzeug: ZH 731 204 → ZH 99 001, ab 18.11.2026 15:00 (Grund: Panne)',
    'Zusatzlenker/in: – → Beat Lenker, ab 18.11.2026 15:00',
    'Zubehör: – → 2 × Kindersitz, ab 18.11.2026 15:00',
    'Schutz: – → Diebstahlschutz, ab 18.11.2026 15:00',
  ]);
  for (const language of ['fr', 'it', 'en'] as const) {
    const others = describeChanges(changes, terms, names, language);
    expect(others.map(({ what }) => what)).not.toEqual(rows.map(({ what }) => what));
  }
});
