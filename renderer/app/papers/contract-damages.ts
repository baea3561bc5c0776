import type { Selectable } from 'kysely';
import type { ContractPaperInput } from '#shared/contracts/contract-paper.ts';
import { readDamagesOnSketch } from '#shared/contracts/damages-on-sketch.ts';
import { mostDamages } from '#shared/contracts/handover.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { HandoverRow } from '#sync/schema/rows.generated.ts';
import { damageOf } from '../contracts/handover-of.ts';
import type { Rows } from '../counter/counter.ts';
import { damageName } from '../damage/damage-name.ts';
import { damagesInFile } from './damages-in-file.ts';

type OnPaper = Pick<ContractPaperInput['vehicle'], 'damages' | 'moreDamages'>;

/**
 * The damages that a vehicle had when its contract was signed, the oldest first as on the sketch: as they are kept with the check-out
 * that began it. What is found or mended later changes nothing, so that the paper stays the one that was signed. Of a check-out of
 * a version that kept no list, what the vehicle's file still has of them here.
 */
export async function contractDamagesOf(
  rows: Pick<Rows, 'selectFrom'>,
  checkOut: Selectable<HandoverRow>,
  signedAt: Instant,
  language: ContractPaperInput['language'],
): Promise<OnPaper> {
  const seen =
    checkOut.damages === null
      ? await inFile(rows, checkOut.vehicle_id, signedAt)
      : readDamagesOnSketch(checkOut.damages).map((damage) => ({
          ...damage,
          position: { x: damage.x, y: damage.y },
        }));
  return {
    damages: seen.slice(0, mostDamages).map((damage) => {
      const name = damageName(damage, language);
      return damage.note ? `${name}: ${damage.note}` : name;
    }),
    moreDamages: Math.max(0, seen.length - mostDamages),
  };
}

async function inFile(rows: Pick<Rows, 'selectFrom'>, vehicleId: string, signedAt: Instant) {
  const found = await damagesInFile(rows, vehicleId, signedAt);
  return found
    .filter(({ repaired_at: repairedAt }) => repairedAt === null || repairedAt > signedAt)
    .map(damageOf);
}
