import { type AmendmentFacts, proposeAmendment, signAmendment } from '../contracts/amend-contract.ts';
import type { AmendmentChange } from '../contracts/amendment-change.ts';
import type { SignedContract } from '../contracts/signed-contract.ts';
import { rappen, zero } from '../money/rappen.ts';
import { signPrice } from '../pricing/change-rental.ts';
import { examplePriceList } from '../pricing/example-list.ts';
import { type PriceListInput, priceListSchema } from '../pricing/price-list.ts';
import { type QuoteRequestInput, quoteRequestSchema } from '../pricing/quote-request.ts';
import { must } from '../result/result.ts';
import { atWallClock, isoDay } from '../time/instant.ts';
import type { CheckInFindings, ContractBillRequest } from './contract-bill.ts';
import { billContract } from './invoice-from-contract.ts';

/** Contracts that are back, and their bills, for tests. */
export const at = (text: string) => atWallClock(isoDay(text.slice(0, 10)), text.slice(11));
const pad = { width: 600, height: 200 };
const signature = { ...pad, strokes: [[10, 200, 400].map((x): [number, number] => [x, x / 4])] };
/** Open day and night, so that only the rental itself is priced. */
const anyTime = examplePriceList.branches.map((branch) => ({ ...branch, opening: null }));

export interface Signed {
  readonly from: string;
  readonly to: string;
  readonly with?: Partial<QuoteRequestInput>;
  readonly list?: Partial<PriceListInput>;
}

export function contract({ from, to, with: asked, list }: Signed): SignedContract {
  const rental = quoteRequestSchema.parse({
    category: 'compact',
    pickUp: { branch: 'zrh', at: at(from) },
    return: { branch: 'zrh', at: at(to) },
    ...asked,
  });
  const prices = priceListSchema.parse({ ...examplePriceList, branches: anyTime, ...list });
  const price = must(signPrice(rental, prices));
  const terms = { vehicle: { id: 'octavia', category: rental.category }, drivers: [], price };
  return { number: 'ZRH-A-26-00042', status: 'returned', signedAt: at(from), terms, amendments: [] };
}

export function amended(
  from: SignedContract,
  now: string,
  ...changes: readonly AmendmentChange[]
): SignedContract {
  const facts: AmendmentFacts = { now: at(now), licenceCategory: 'B', newVehicle: null, offered: null };
  const out = { ...from, status: 'out' } as const;
  const proposal = must(proposeAmendment(out, changes, facts));
  const number = `ZRH-A-26-N0000${from.amendments.length + 1}`;
  return {
    ...must(signAmendment(out, proposal, { number, signedAt: at(now), signature })),
    status: 'returned',
  };
}

export function request(
  signed: SignedContract,
  returned: string,
  found: Partial<CheckInFindings> = {},
  rest: Partial<ContractBillRequest> = {},
): ContractBillRequest {
  return {
    language: 'de',
    vatRegistered: true,
    contract: signed,
    checkIn: {
      returnedAt: at(returned),
      drivenKilometres: 0,
      fuelMissing: 0,
      drive: 'fuel',
      cleanliness: 'used',
      damages: [],
      ...found,
    },
    prices: {
      fuel: { perEighth: rappen(1200), service: rappen(2000) },
      charge: { perEighth: rappen(500), service: rappen(0) },
      cleaning: { dirty: rappen(8000), very_dirty: rappen(15_000) },
    },
    fines: [],
    payments: [],
    deposit: zero,
    ...rest,
  };
}

export const bill = (...args: Parameters<typeof request>) => must(billContract(request(...args)));
export const fourDays: Signed = { from: '2026-11-16 10:00', to: '2026-11-20 10:00' };
export const newYear: Signed = {
  from: '2023-12-30 10:00',
  to: '2024-01-03 10:00',
  with: { category: 'van' },
};
