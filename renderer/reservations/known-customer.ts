import { listName } from '#shared/parties/party-name.ts';
import type { Rows } from '../app/counter/counter.ts';
import { partyOf } from '../app/counter/party-of.ts';
import { readablePhone } from '../ui/readable-phone.ts';
import type { ReservationDraft } from './draft.ts';

/** The customer as the screen names them; nothing when they are not on this machine. */
export async function knownCustomer(
  rows: Rows,
  customerId: string,
): Promise<Pick<ReservationDraft, 'customerId' | 'customerName' | 'customerAbout'>> {
  const customer = await rows
    .selectFrom('customers')
    .selectAll()
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (!customer) return { customerId: '', customerName: '', customerAbout: '' };
  return {
    customerId,
    customerName: listName(partyOf(customer)),
    customerAbout: [
      `${customer.street} ${customer.building_number}`.trim(),
      `${customer.postal_code} ${customer.town}`.trim(),
      readablePhone(customer.phone),
    ]
      .filter(Boolean)
      .join(' · '),
  };
}
