import type { useNavigate } from '@tanstack/react-router';
import { instant, now } from '#shared/time/instant.ts';
import type { SearchHit } from '#sync/search/search-query.ts';
import { contractOut } from '../contracts/contract-out.ts';
import { endOfDay } from '../counter/end-of-day.ts';
import type { Counter } from '../counter/counter.ts';
import { hitKindOf } from './hit-kind.ts';

/** Whoever is asked for by name on the day of the pick-up stands at the counter. */
function isDue({ starts_at: startsAt }: SearchHit): boolean {
  return startsAt !== null && instant(startsAt) < endOfDay(now());
}

/** What Enter does with a find, and what Shift+Enter does: names of `search.does`. */
export function stepsOf(hit: SearchHit, mayWrite: boolean) {
  switch (hitKindOf(hit)) {
    case 'customer':
      return { enter: mayWrite ? 'checkOut' : 'customer', shift: 'customer' } as const;
    case 'vehicle':
      return { enter: mayWrite ? 'checkOutVehicle' : 'vehicle', shift: 'vehicle' } as const;
    case 'reservation':
      return { enter: !mayWrite ? 'open' : isDue(hit) ? 'checkOut' : 'change', shift: 'customer' } as const;
    case 'contract':
    case 'invoice':
      return { enter: 'open', shift: 'customer' } as const;
  }
}

type Navigate = ReturnType<typeof useNavigate>;

/**
 * The next task with what was found: a check-out for a customer, a car that is in or a reservation of today, the change of a later
 * one, and the contract or the bill itself. A car that is out leads to its contract. Who may not write is led to the screen of it.
 */
export async function openTask(navigate: Navigate, counter: Counter, hit: SearchHit): Promise<void> {
  const { id } = hit;
  const kind = hitKindOf(hit);
  const mayWrite = counter.role !== 'viewer';
  switch (kind) {
    case 'customer':
      if (!mayWrite) return await openScreen(navigate, counter, hit);
      return await navigate({ to: '/check-out/new', search: { customerId: id } });
    case 'vehicle': {
      if (!mayWrite) return await openScreen(navigate, counter, hit);
      const out = await contractOut(counter.rows, id).executeTakeFirst();
      if (out) return await navigate({ to: '/contracts/$contractId', params: { contractId: out.id } });
      return await navigate({ to: '/check-out/new', search: { vehicleId: id } });
    }
    case 'reservation':
      if (mayWrite && isDue(hit))
        return await navigate({ to: '/check-out/new', search: { reservationId: id } });
      if (mayWrite) return await navigate({ to: '/reservations/new', search: { reservationId: id } });
      return await navigate({ to: '/contracts/$contractId', params: { contractId: id } });
    case 'contract':
      return await navigate({ to: '/contracts/$contractId', params: { contractId: id } });
    case 'invoice':
      return await navigate({ to: '/invoices/$invoiceId', params: { invoiceId: id } });
  }
}

/** The screen of the customer or the car; for a contract, a reservation or a bill that of its customer. */
export async function openScreen(navigate: Navigate, counter: Counter, hit: SearchHit): Promise<void> {
  if (hit.kind === 'vehicle') {
    return await navigate({ to: '/fleet/$vehicleId', params: { vehicleId: hit.id } });
  }
  const customerId = hit.kind === 'customer' ? hit.id : await customerOf(counter, hit.kind, hit.id);
  if (customerId === null) return await openTask(navigate, counter, hit);
  await navigate({ to: '/customers/$customerId', params: { customerId } });
}

async function customerOf(
  { rows }: Counter,
  kind: 'contract' | 'invoice',
  id: string,
): Promise<string | null> {
  const row = await rows
    .selectFrom(kind === 'contract' ? 'contracts' : 'invoices')
    .select('customer_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.customer_id ?? null;
}
