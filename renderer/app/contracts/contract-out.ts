import type { Tx } from '../counter/transaction.ts';
import { vehicleNow } from './holds-now.ts';

/** The contract with which a vehicle is out now. Few are out, however many there have been. */
export function contractOut(rows: Pick<Tx, 'selectFrom'>, vehicleId: string) {
  return rows
    .selectFrom('contracts')
    .select(['id', 'number'])
    .where(vehicleNow, '=', vehicleId)
    .where('status', '=', 'out');
}
