import { firstTwice } from '../fleet/damage.ts';
import type { HandoverPaper } from './handover-paper.ts';
import type { Fault } from '../validation/fault.ts';

export interface HandoverPaperFault {
  readonly path: readonly (string | number)[];
  readonly fault: Fault;
}

/** The rules of a handover report that join several fields. */
export function checkHandoverPaper(paper: HandoverPaper): readonly HandoverPaperFault[] {
  return [...stateFaults(paper), ...damageFaults(paper), ...photoFaults(paper), ...signatureFaults(paper)];
}

function stateFaults({ direction, state, stateOut }: HandoverPaper): readonly HandoverPaperFault[] {
  const faults: HandoverPaperFault[] = [];
  if (direction === 'in' && stateOut === null) {
    faults.push({ path: ['stateOut'], fault: { code: 'check_out_missing' } });
  }
  if (direction === 'out' && stateOut !== null) {
    faults.push({ path: ['stateOut'], fault: { code: 'check_out_twice' } });
  }
  if (stateOut !== null && state.at < stateOut.at) {
    faults.push({ path: ['state', 'at'], fault: { code: 'period' } });
  }
  for (const [name, { accessories }] of [['state', state] as const, ['stateOut', stateOut] as const].flatMap(
    ([key, value]) => (value === null ? [] : [[key, value] as const]),
  )) {
    const id = firstTwice(accessories.map((accessory) => accessory.name));
    if (id !== undefined) faults.push({ path: [name, 'accessories'], fault: { code: 'twice', id } });
  }
  return faults;
}

function damageFaults({ direction, damages, state }: HandoverPaper): readonly HandoverPaperFault[] {
  const faults: HandoverPaperFault[] = [];
  for (const [at, { status, foundAt }] of damages.entries()) {
    if (direction === 'out' && status !== 'known') {
      faults.push({ path: ['damages', at, 'status'], fault: { code: 'damage_known' } });
    }
    if (foundAt > state.at) faults.push({ path: ['damages', at, 'foundAt'], fault: { code: 'period' } });
  }
  return faults;
}

function photoFaults({ damages, photos }: HandoverPaper): readonly HandoverPaperFault[] {
  return photos.flatMap(({ damage, caption }, at): readonly HandoverPaperFault[] => {
    if (damage === null && caption === null) {
      return [{ path: ['photos', at, 'caption'], fault: { code: 'empty' } }];
    }
    if (damage !== null && damage > damages.length) {
      return [{ path: ['photos', at, 'damage'], fault: { code: 'unknown_damage' } }];
    }
    return [];
  });
}

function signatureFaults({ renter, signature, signedAt }: HandoverPaper): readonly HandoverPaperFault[] {
  if (renter === 'key_box' && signature !== null) {
    return [{ path: ['signature'], fault: { code: 'key_box' } }];
  }
  if ((signature === null) !== (signedAt === null)) {
    return [{ path: ['signedAt'], fault: { code: 'signed_at' } }];
  }
  return [];
}
