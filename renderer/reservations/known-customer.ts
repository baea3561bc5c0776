import type { Rows } from '../app/counter/counter.ts';
import {
  type PersonPart,
  type ShownPart,
  type Whom,
  personPart,
  shownPart,
} from '../app/drafts/customer-part.ts';

/** Who reserves, whole: whatever was there of somebody else goes. */
export const customerPart = (whom: Whom): PersonPart & ShownPart => ({
  ...personPart(whom),
  ...shownPart(whom),
});

/** The customer of the file; nobody when they are not on this machine. */
export async function knownCustomer(rows: Rows, customerId: string): Promise<PersonPart & ShownPart> {
  const customer = await rows
    .selectFrom('customers')
    .selectAll()
    .where('id', '=', customerId)
    .executeTakeFirst();
  return customerPart(customer ?? '');
}
