import { useMemo } from 'react';
import { type ReserveRefusal, decideReservation, priceReservation } from '#shared/contracts/reserve.ts';
import { type Fleet, availability, freeVehiclesOf } from '#shared/fleet/occupation.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import type { PriceList } from '#shared/pricing/price-list.ts';
import type { Quote } from '#shared/pricing/quote.ts';
import type { Result } from '#shared/result/result.ts';
import { type Instant, now } from '#shared/time/instant.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { usePriceLists } from '../app/prices/use-price-lists.ts';
import type { ReservationDraft } from './draft.ts';
import { typedPeriod } from '../ui/fields/typed-period.ts';
import { optionsOf } from './read-form.ts';

/** A category as it is offered for the period. */
export interface CategoryOffer {
  readonly id: string;
  readonly name: string;
  /** How many more can be promised; null while the period cannot be read. */
  readonly left: number | null;
  /** Its whole price with what was chosen; null where there is none. */
  readonly total: Rappen | null;
}

export interface Offer {
  readonly categories: readonly CategoryOffer[];
  /** Vehicles of the chosen category that are free for the whole period. */
  readonly freeVehicleIds: readonly string[];
  readonly list: PriceList | null;
  /** Null while category or period are open. */
  readonly price: Result<Quote, ReserveRefusal> | null;
  /** Of the reservation as it stands. */
  readonly before: Rappen | null;
}

/** What can be had for what is entered so far, kept up to date. */
export function useOffer(
  draft: ReservationDraft,
  fleet: Fleet | undefined,
  time: Instant,
): Offer | undefined {
  const { place } = useCounter();
  const priced = usePriceLists();
  const [standing] =
    useRows(`reservation/${draft.reservationId}`, (rows) =>
      rows
        .selectFrom('contracts')
        .select(['branch_id', 'status', 'total'])
        .where('id', '=', draft.reservationId),
    ) ?? [];
  const [customer] =
    useRows(`reservation/customer/${draft.customerId}`, (rows) =>
      rows
        .selectFrom('customers')
        .select(['customer_group', 'born_on', 'licence_since'])
        .where('id', '=', draft.customerId),
    ) ?? [];
  return useMemo(() => {
    if (!priced || !fleet) return undefined;
    const { start, end } = typedPeriod(draft, time);
    const period =
      start.value !== null && end.value !== null && end.value > start.value
        ? { startsAt: start.value, endsAt: end.value }
        : null;
    const branchId = standing?.branch_id ?? place.branchId;
    const except = draft.reservationId === '' ? null : draft.reservationId;
    const { born_on: bornOn, licence_since: licenceSince } = customer ?? {};
    const renter = {
      customerGroup: customer?.customer_group || null,
      driver: bornOn && licenceSince ? { bornOn, licenceSince } : null,
    };
    const shared = { branchId, returnBranchId: draft.returnBranchId, options: optionsOf(draft) };
    const categories = priced.map(({ id, name, list }) => {
      if (period === null) return { id, name, left: null, total: null };
      const wish = { categoryId: id, branchId, ...period };
      const price = priceReservation(
        { ...shared, ...period, categoryId: id },
        // How old somebody must be is said once a category is chosen.
        { priceList: list, ...renter, driver: id === draft.categoryId ? renter.driver : null },
      );
      return {
        id,
        name,
        left: availability(fleet, wish, except),
        total: price.ok ? price.value.total : null,
      };
    });
    const chosen = priced.find(({ id }) => id === draft.categoryId);
    if (!chosen || period === null) {
      return {
        categories,
        freeVehicleIds: [],
        list: chosen?.list ?? null,
        price: null,
        before: standing?.total ?? null,
      };
    }
    const wish = { categoryId: chosen.id, branchId, ...period };
    const vehicle = fleet.vehicles.find(({ id }) => id === draft.vehicleId);
    const decided = decideReservation(
      { kind: draft.kind, vehicleId: draft.vehicleId || null, ...shared, ...wish },
      {
        now: now(),
        priceList: chosen.list,
        ...renter,
        vehicle: vehicle
          ? { status: vehicle.status, categoryId: vehicle.categoryId, occupations: fleet.occupations }
          : null,
        before: standing && except !== null ? { id: except, ...standing } : null,
      },
    );
    return {
      categories,
      freeVehicleIds: freeVehiclesOf(fleet, wish, except).map(({ id }) => id),
      list: chosen.list,
      price: decided.ok ? { ok: true, value: decided.value.quote } : decided,
      before: standing?.total ?? null,
    };
  }, [draft, fleet, priced, customer, standing, place, time]);
}
