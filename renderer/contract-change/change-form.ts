import type { Signature } from '#shared/contracts/contract-paper-signature.ts';
import type { AmendmentChange } from '#shared/contracts/amendment-change.ts';
import type { RentalChoice } from '#shared/pricing/quote-request.ts';
import type { FoundDamage } from '../app/damage/found-damage.ts';
import type { Instant, IsoDay } from '#shared/time/instant.ts';

/** Somebody who drives, too, from now on: as their licence says. */
export interface JoiningDriver {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly bornOn: IsoDay;
  readonly licenceNumber: string;
  readonly licenceCategory: string;
  readonly licenceSince: IsoDay;
  readonly licenceExpiresOn: IsoDay | null;
  readonly licenceCountry: string;
}

/** A vehicle as it changes hands. */
export interface Condition {
  readonly odometerKm: number;
  readonly fuelEighths: number;
  readonly keys: number;
}

/** One vehicle comes back, another goes out. */
export interface Exchange {
  readonly vehicleId: string;
  readonly reason: string;
  /** After a breakdown: the renter pays no more for it. */
  readonly courtesy: boolean;
  readonly back: Condition;
  /** Of the one that comes back, such as what is broken. */
  readonly notes: string;
  /** Damages of the one that comes back that it did not have when it went out. */
  readonly found: readonly FoundDamage[];
  /** Damages that it had and that were mended, by id. */
  readonly repaired: readonly string[];
  readonly out: Condition;
}

/** What is agreed while a car is out; null and empty is what stays as it is. */
export interface ChangeForm {
  readonly contractId: string;
  readonly until: Instant | null;
  readonly returnBranchId: string | null;
  readonly extras: RentalChoice['extras'];
  readonly protections: RentalChoice['protections'];
  readonly driver: JoiningDriver | null;
  readonly exchange: Exchange | null;
  readonly signature: Signature | null;
  readonly signedName: string;
}

/**
 * The changes as the rules know them, in the order in which they are priced: first until when and where to, so that what joins now
 * joins a rental that is still going on.
 *
 * @param categoryId of the vehicle that takes over
 */
export function changesOf(form: ChangeForm, categoryId: string, at: Instant): readonly AmendmentChange[] {
  const { until, returnBranchId: branch, exchange, driver, extras, protections } = form;
  return [
    ...(until === null ? [] : [{ kind: 'extend', until } as const]),
    ...(branch === null ? [] : [{ kind: 'return_elsewhere', branch } as const]),
    ...(exchange === null
      ? []
      : [
          {
            kind: 'exchange_vehicle',
            at,
            vehicle: { id: exchange.vehicleId, category: categoryId },
            courtesy: exchange.courtesy,
            reason: exchange.reason.trim(),
          } as const,
        ]),
    ...(driver === null
      ? []
      : [
          {
            kind: 'add_driver',
            from: at,
            driver: {
              id: driver.id,
              bornOn: driver.bornOn,
              licenceSince: driver.licenceSince,
              licenceCategory: driver.licenceCategory,
              licenceExpiresOn: driver.licenceExpiresOn,
            },
          } as const,
        ]),
    ...inPieces(extras).map((some) => ({ kind: 'add_extras', from: at, extras: some }) as const),
    ...(protections.length === 0 ? [] : [{ kind: 'add_protections', from: at, protections } as const]),
  ];
}

/** So many of them fit on a line of the paper, with their names. */
const extrasOnALine = 3;

function inPieces(extras: ChangeForm['extras']): readonly ChangeForm['extras'][] {
  const count = Math.ceil(extras.length / extrasOnALine);
  return Array.from({ length: count }, (_, at) => extras.slice(at * extrasOnALine, (at + 1) * extrasOnALine));
}
