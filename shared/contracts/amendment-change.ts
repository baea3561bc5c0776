import type { ChangeRefusal, PriceChange, SignedPrice } from '../pricing/change-rental.ts';
import { addToRental, exchangeVehicle, extendRental, returnElsewhere } from '../pricing/change-rental.ts';
import type { PriceList } from '../pricing/price-list.ts';
import type { RentalChoice } from '../pricing/quote-request.ts';
import { type Result, unreachable } from '../result/result.ts';
import type { Instant } from '../time/instant.ts';
import type { ContractDriver, ContractTerms, ContractVehicle } from './signed-contract.ts';

/** What can be agreed while a car is out. */
export type AmendmentChange =
  | { readonly kind: 'extend'; readonly until: Instant }
  | { readonly kind: 'return_elsewhere'; readonly branch: string }
  | {
      readonly kind: 'exchange_vehicle';
      readonly at: Instant;
      readonly vehicle: ContractVehicle;
      /** After a breakdown: the renter pays no more for it. */
      readonly courtesy: boolean;
      readonly reason: string;
    }
  | { readonly kind: 'add_driver'; readonly from: Instant; readonly driver: Omit<ContractDriver, 'from'> }
  | { readonly kind: 'add_extras'; readonly from: Instant; readonly extras: RentalChoice['extras'] }
  | {
      readonly kind: 'add_protections';
      readonly from: Instant;
      readonly protections: RentalChoice['protections'];
    };

/**
 * What a change makes of the price.
 *
 * @param offered the list of today for the category of a vehicle that takes over; null where it has no price
 */
export function changedPrice(
  price: SignedPrice,
  change: AmendmentChange,
  offered: PriceList | null,
): Result<PriceChange, ChangeRefusal> {
  switch (change.kind) {
    case 'extend':
      return extendRental(price, change.until);
    case 'return_elsewhere':
      return returnElsewhere(price, change.branch);
    case 'exchange_vehicle':
      return exchangeVehicle(price, change.at, change.vehicle.category, {
        courtesy: change.courtesy,
        offered,
      });
    case 'add_driver': {
      const { bornOn, licenceSince } = change.driver;
      return addToRental(price, change.from, { drivers: [{ bornOn, licenceSince }] });
    }
    case 'add_extras':
      return addToRental(price, change.from, { extras: change.extras });
    case 'add_protections':
      return addToRental(price, change.from, { protections: change.protections });
    default:
      return unreachable(change);
  }
}

/** What a change makes of the terms, at a price that was found. */
export function changedTerms(
  terms: ContractTerms,
  change: AmendmentChange,
  price: SignedPrice,
): ContractTerms {
  switch (change.kind) {
    case 'exchange_vehicle':
      return { ...terms, price, vehicle: change.vehicle };
    case 'add_driver':
      return { ...terms, price, drivers: [...terms.drivers, { ...change.driver, from: change.from }] };
    default:
      return { ...terms, price };
  }
}
