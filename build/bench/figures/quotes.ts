import { examplePriceList } from '#shared/pricing/example-list.ts';
import { priceListSchema } from '#shared/pricing/price-list.ts';
import { quote } from '#shared/pricing/quote.ts';
import { quoteRequestSchema } from '#shared/pricing/quote-request.ts';
import { instant } from '#shared/time/instant.ts';
import { timesOf, percentile } from '../measure.ts';
import { type Report, value } from '../report.ts';

const count = 10_000;
const runs = 5;

/** Prices, each of another rental: from an hour to two months, with driver, extra, protections, one-way and discounts. */
export async function quotes(report: Report): Promise<void> {
  const list = priceListSchema.parse(examplePriceList);
  const base = quoteRequestSchema.parse({
    category: 'compact',
    pickUp: { branch: 'zrh', at: '2026-01-05T08:00:00+01:00' },
    return: { branch: 'kloten', at: '2026-01-06T08:00:00+01:00' },
    drivers: [{ bornOn: '2003-01-01', licenceSince: '2022-01-01' }],
    extras: [{ id: 'child', count: 1 }],
    protections: ['cdw', 'theft'],
    customerGroup: 'corporate',
    drivenKilometres: 900,
  });
  const hour = 3_600_000;
  const first = Date.parse(base.pickUp.at);
  const requests = Array.from({ length: count }, (_, index) => {
    const from = first + (index % 8000) * hour;
    return {
      ...base,
      pickUp: { ...base.pickUp, at: instant(new Date(from)) },
      return: { ...base.return, at: instant(new Date(from + (1 + (index % 1440)) * hour)) },
    };
  });
  const times = await timesOf(runs, async () => {
    for (const request of requests) {
      const priced = quote(request, list);
      if (!priced.ok) throw new Error(`a rental of the bench is refused: ${priced.refusal.code}`);
    }
  });
  const seconds = percentile(times, 0.5) / 1000;
  report.add({
    name: 'quotes',
    what: '10,000 quotes',
    measured: value('s', seconds),
    budget: { atMost: 1, text: '1 s' },
    note: `${Math.round(count / seconds)} quotes a second in Node on one core, the median of ${runs} runs; up to two months long`,
  });
}
