/**
 * `npm run streams [-- --tenant small|medium|large]`: how much a counter receives, stream by stream, in a company of 30, 300 and
 * 5,000 cars. Fills a Postgres with the migrations, puts every row through the vendor's evaluation of sync-streams.yaml, and
 * adds up. Where a company is larger than the sample, the figure is extrapolated and marked with ~.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withMigratedDatabase } from '#build/generate/migrated-database.ts';
import { readStreamRules } from '#supabase/embedded/stream/rules.ts';
import { fillTenant } from './fill-tenant.ts';
import { type StreamSize, measureStreams } from './measure-streams.ts';
import { type Amounts, amountsOf, assumed, rowsOfRental, sampleOf, tenants } from './tenants.ts';

const sizes = ['small', 'medium', 'large'];
const { values } = parseArgs({ options: { tenant: { type: 'string' } } });
if (values.tenant !== undefined && !sizes.includes(values.tenant)) {
  console.error(`--tenant takes one of: ${sizes.join(', ')}`);
  process.exit(2);
}
const rules = readStreamRules(join(import.meta.dirname, '..', '..', 'sync', 'streams', 'sync-streams.yaml'));
const { daysOnTheRoad, daysReservedAhead, unpaidShare, unpaidDays } = assumed;
const perRental = Object.values(rowsOfRental).reduce((sum, rows) => sum + rows, 0);
console.log(
  `Assumed: ${perRental} rows a rental, ${daysOnTheRoad} days on the road, reserved ${daysReservedAhead} days ahead, ` +
    `${unpaidShare * 100} % paid within ${unpaidDays} days (build/streams/tenants.ts). ~ is extrapolated from a sample.`,
);
for (const [index, tenant] of tenants.entries()) {
  if (values.tenant !== undefined && sizes[index] !== values.tenant) continue;
  const amounts = amountsOf(tenant);
  const sample = sampleOf(amounts);
  const { measured, slim } = await withMigratedDatabase(async (client) => {
    await client.query('set statement_timeout = 0');
    const filled = await fillTenant(client, tenant, sample);
    // What a search box needs of somebody, beside the id.
    const { rows } = await client.query<{ bytes: number }>(
      `select avg(octet_length(json_build_object('id', id, 'kind', kind, 'first_name', first_name, 'last_name', last_name,
         'company_name', company_name, 'town', town, 'phone', phone, 'born_on', born_on)::text))::float as bytes
       from public.customers where company_id = $1`,
      [filled.companyId],
    );
    return { measured: await measureStreams(client, rules, filled), slim: rows[0]?.bytes ?? 0 };
  });
  console.log(`\n${tenant.name}`);
  print(
    measured.map((size) => scaled(size, amounts, sample)),
    slim * amounts.customers,
  );
}

interface Scaled extends StreamSize {
  readonly isMeasured: boolean;
}

/** What was sampled, in proportion to what there is. */
function scaled(size: StreamSize, amounts: Amounts, sample: Amounts): Scaled {
  const contracts = (of: Amounts): number => of.open + of.reserved;
  const factors: Readonly<Record<string, number>> = {
    open_contracts: contracts(amounts) / contracts(sample),
    // A reservation has its lines alone.
    open_files: amounts.open / sample.open,
    customers: amounts.customers / sample.customers,
    branch: amounts.closed / sample.closed,
  };
  const factor = factors[size.stream] ?? 1;
  return {
    ...size,
    rows: Math.round(size.rows * factor),
    bytes: Math.round(size.bytes * factor),
    isMeasured: factor === 1,
  };
}

function print(streams: readonly Scaled[], slimBytes: number): void {
  const row = (...cells: readonly string[]): void =>
    console.log(
      `  ${(cells[0] ?? '').padEnd(34)}${cells
        .slice(1)
        .map((cell) => cell.padStart(13))
        .join('')}`,
    );
  const sum = (of: readonly Scaled[]): readonly string[] => {
    const about = of.every(({ isMeasured }) => isMeasured) ? '' : '~';
    const total = (key: 'buckets' | 'rows' | 'bytes'): number => of.reduce((all, size) => all + size[key], 0);
    return [
      `${total('buckets')}`,
      `${about}${grouped(total('rows'))}`,
      `${about}${megabytes(total('bytes'))}`,
    ];
  };
  row('stream', 'buckets', 'rows', 'MB');
  for (const size of [...streams].sort((a, b) => a.priority - b.priority))
    row(`${size.priority} ${size.stream}`, ...sum([size]));
  row('the desk works (priority 1)', ...sum(streams.filter(({ priority }) => priority === 1)));
  row('everything', ...sum(streams));
  const customers = streams.find(({ stream }) => stream === 'customers');
  if (customers && customers.bytes > 100e6) {
    console.log(
      `  The customers are ${megabytes(customers.bytes)} MB of it. An index of name, town, phone and birth date, with the rest on demand, ` +
        `would be about ${megabytes(slimBytes)} MB.`,
    );
  }
}

function grouped(value: number): string {
  return value.toLocaleString('en');
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1);
}
