import { firstTwice } from '../fleet/damage.ts';
import type { HandoverPaper } from './handover-paper.ts';

export interface PaperFault {
  readonly path: readonly (string | number)[];
  /** Begins with the reason's code. */
  readonly message: string;
}

/** The rules of a handover report that join several fields. */
export function checkHandoverPaper(paper: HandoverPaper): readonly PaperFault[] {
  return [...stateFaults(paper), ...damageFaults(paper), ...photoFaults(paper), ...signatureFaults(paper)];
}

function stateFaults({ direction, state, stateOut }: HandoverPaper): readonly PaperFault[] {
  const faults: PaperFault[] = [];
  if (direction === 'in' && stateOut === null) {
    faults.push({ path: ['stateOut'], message: 'check_out: a check-in stands beside its check-out' });
  }
  if (direction === 'out' && stateOut !== null) {
    faults.push({ path: ['stateOut'], message: 'check_out: a check-out has none before it' });
  }
  if (stateOut !== null && state.at < stateOut.at) {
    faults.push({ path: ['state', 'at'], message: 'period: lies before the check-out' });
  }
  for (const [name, { accessories }] of [['state', state] as const, ['stateOut', stateOut] as const].flatMap(
    ([key, value]) => (value === null ? [] : [[key, value] as const]),
  )) {
    if (firstTwice(accessories.map((accessory) => accessory.name)) !== undefined) {
      faults.push({ path: [name, 'accessories'], message: 'twice: an accessory is listed twice' });
    }
  }
  return faults;
}

function damageFaults({ direction, damages, state }: HandoverPaper): readonly PaperFault[] {
  return damages.flatMap(({ status, foundAt }, at) => [
    ...(direction === 'out' && status !== 'known'
      ? [{ path: ['damages', at, 'status'], message: 'status: on a check-out every damage is known' }]
      : []),
    ...(foundAt > state.at
      ? [{ path: ['damages', at, 'foundAt'], message: 'period: was found after the handover' }]
      : []),
  ]);
}

function photoFaults({ damages, photos }: HandoverPaper): readonly PaperFault[] {
  return photos.flatMap(({ damage, caption }, at) => {
    if (damage === null && caption === null) {
      return [{ path: ['photos', at, 'caption'], message: 'empty: must have a damage or a caption' }];
    }
    if (damage !== null && damage > damages.length) {
      return [
        { path: ['photos', at, 'damage'], message: 'unknown_damage: there is no damage of this number' },
      ];
    }
    return [];
  });
}

function signatureFaults({ renter, signature, signedAt }: HandoverPaper): readonly PaperFault[] {
  if (renter === 'key_box' && signature !== null) {
    return [{ path: ['signature'], message: 'key_box: nobody was there to sign' }];
  }
  if ((signature === null) !== (signedAt === null)) {
    return [{ path: ['signedAt'], message: 'signed_at: a signature has a moment, and a moment a signature' }];
  }
  return [];
}
