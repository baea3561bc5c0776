import type { Selectable } from 'kysely';
import { type DamageOnSketch, readDamagesOnSketch } from '#shared/contracts/damages-on-sketch.ts';
import { instant } from '#shared/time/instant.ts';
import type { DamageRow, HandoverRow } from '#sync/schema/rows.generated.ts';
import type { Rows } from '../counter/counter.ts';
import { damagesInFile } from './damages-in-file.ts';

/**
 * The damages on the report of a handover, in its order: as they are kept with it. Of a handover of a version that kept no list, what the
 * vehicle's file still has of them here.
 */
export async function handoverDamagesOf(
  rows: Pick<Rows, 'selectFrom'>,
  handover: Selectable<HandoverRow>,
): Promise<readonly DamageOnSketch[]> {
  if (handover.damages !== null) return readDamagesOnSketch(handover.damages);
  const at = instant(handover.handed_over_at);
  const found = await damagesInFile(rows, handover.vehicle_id, at);
  return found
    .filter(({ repaired_at: repairedAt }) => repairedAt === null || repairedAt >= handover.handed_over_at)
    .map((damage) => ({
      id: damage.id,
      view: damage.view,
      x: damage.x,
      y: damage.y,
      kind: damage.kind,
      size: damage.size,
      note: damage.note,
      found_at: instant(damage.found_at),
      status: statusOf(damage, handover),
    }));
}

function statusOf(
  damage: Selectable<DamageRow>,
  handover: Selectable<HandoverRow>,
): DamageOnSketch['status'] {
  if (damage.repaired_at === handover.handed_over_at) return 'repaired';
  return damage.handover_id === handover.id && handover.kind === 'check_in' ? 'new' : 'known';
}
