import type { Instant } from '#shared/time/instant.ts';
import type { ContractPaperInput } from '#shared/contracts/contract-paper.ts';
import { mostDamages } from '#shared/contracts/handover.ts';
import { damageOf } from '../contracts/handover-of.ts';
import type { Rows } from '../counter/counter.ts';
import { damageName } from '../damage/damage-name.ts';

type OnPaper = Pick<ContractPaperInput['vehicle'], 'damages' | 'moreDamages'>;

/**
 * The damages that a vehicle had when its contract was signed, the oldest first as on the sketch: found by then and not mended by
 * then. What is found or mended later changes nothing, so that the paper stays the one that was signed.
 */
export async function contractDamagesOf(
  rows: Pick<Rows, 'selectFrom'>,
  vehicleId: string,
  signedAt: Instant,
  language: ContractPaperInput['language'],
): Promise<OnPaper> {
  const found = await rows
    .selectFrom('damages')
    .selectAll()
    .where('vehicle_id', '=', vehicleId)
    .where('found_at', '<=', signedAt)
    .where((row) => row.or([row('repaired_at', 'is', null), row('repaired_at', '>', signedAt)]))
    .orderBy('found_at')
    .orderBy('id')
    .execute();
  return {
    damages: found.slice(0, mostDamages).map((row) => {
      const name = damageName(damageOf(row), language);
      return row.note === '' ? name : `${name}: ${row.note}`;
    }),
    moreDamages: Math.max(0, found.length - mostDamages),
  };
}
