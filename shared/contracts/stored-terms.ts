import * as z from 'zod';
import type { Json } from '../audit/canonical-json.ts';
import { priceListSchema } from '../pricing/price-list.ts';
import type { Quote } from '../pricing/quote.ts';
import { type QuoteRequest, quoteRequestSchema } from '../pricing/quote-request.ts';
import { instant } from '../time/instant.ts';
import { instantField } from '../parties/paper-fields.ts';
import { type ContractDriver, type ContractTerms, plain } from './signed-contract.ts';

/**
 * Terms as they are kept beside a contract (`contracts.terms`, `amendments.terms`): whole, but for the drivers, who are named by
 * id only. Their birth dates and licences stand in `contract_drivers`, in one place, where they are masked six months after the
 * return; and an audit link vouches for terms that need never change.
 */
export function storedTerms({ vehicle, drivers, price }: ContractTerms): Json {
  const start = drivers.filter(({ from }) => from === null).map(({ id }) => id);
  const joined = drivers.filter(({ from }) => from !== null).map(({ id }) => id);
  const { request, list, quote } = price;
  return plain({
    vehicle,
    drivers: drivers.map(({ id, from }) => ({ id, from })),
    price: {
      request: {
        ...request,
        drivers: start.slice(0, request.drivers.length),
        added: request.added.map((addition) => ({
          ...addition,
          drivers: joined.splice(0, addition.drivers.length),
        })),
      },
      list,
      quote,
    },
  });
}

/**
 * The terms out of what was stored, with the contract's drivers put back in.
 *
 * @param drivers as `contract_drivers` has them; a masked one is there with the dates of nobody
 * @throws when it is no terms of ours: what is stored was written by this function's counterpart, so that is a bug or a forgery
 */
export function readTerms(stored: unknown, drivers: readonly Omit<ContractDriver, 'from'>[]): ContractTerms {
  const { vehicle, price, ...named } = storedSchema.parse(stored);
  const byId = new Map(drivers.map((driver) => [driver.id, driver]));
  const known = (id: string): Omit<ContractDriver, 'from'> => {
    const driver = byId.get(id);
    if (!driver) throw new Error('the terms name a driver whom the contract does not have');
    return driver;
  };
  const priced = (ids: readonly string[]): QuoteRequest['drivers'] =>
    ids.map(known).map(({ bornOn, licenceSince }) => ({ bornOn, licenceSince }));
  const request = quoteRequestSchema.parse({
    ...price.request,
    drivers: priced(price.request.drivers),
    added: price.request.added.map((addition) => ({ ...addition, drivers: priced(addition.drivers) })),
  });
  return {
    vehicle,
    drivers: named.drivers.map(({ id, from }) => ({
      ...known(id),
      from: from === null ? null : instant(from),
    })),
    price: { request, list: priceListSchema.parse(price.list), quote: price.quote as unknown as Quote },
  };
}

/** Whether these are terms of ours, and not those of a version that kept none. */
export function isStoredTerms(stored: unknown): boolean {
  return storedSchema.safeParse(stored).success;
}

const ids = z.array(z.string());

/** Of the answer only what is reckoned with: the engine made it, and the audit link vouches for it. */
const quoteSchema = z.looseObject({
  basis: z.enum(['gross', 'net']),
  days: z.int(),
  total: z.int(),
  subtotal: z.int(),
  deposit: z.int(),
  lines: z.array(z.looseObject({ amount: z.int(), quantity: z.number(), unitPrice: z.int() })),
});

const storedSchema = z.strictObject({
  vehicle: z.strictObject({ id: z.string(), category: z.string() }),
  drivers: z.array(z.strictObject({ id: z.string(), from: instantField.nullable() })),
  price: z.strictObject({
    request: z.looseObject({ drivers: ids, added: z.array(z.looseObject({ drivers: ids })) }),
    list: z.unknown(),
    quote: quoteSchema,
  }),
});
