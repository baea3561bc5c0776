import { useSyncExternalStore } from 'react';
import type { HostClient } from '#shared/ipc/contract.ts';
import type { KeptPhoto } from './found-damage.ts';
import { type PhotoRefusal, keepPhoto } from './keep-photo.ts';

/** A picture that the host did not keep. It is held here until somebody tries again or lets it go. */
export interface UnkeptPhoto {
  readonly damageId: string;
  readonly file: Blob;
  readonly why: PhotoRefusal['code'];
}

interface OnTheWay {
  /** Of which damages a picture is being made smaller and kept, once for each. */
  readonly working: readonly string[];
  readonly unkept: readonly UnkeptPhoto[];
}

export interface PhotoTaking extends OnTheWay {
  readonly take: (damageId: string, files: readonly Blob[]) => void;
  readonly again: (photo: UnkeptPhoto) => void;
  readonly drop: (photo: UnkeptPhoto) => void;
}

// Of the window and not of a step: who goes on and comes back finds what could not be kept.
let onTheWay: OnTheWay = { working: [], unkept: [] };
const watchers = new Set<() => void>();
function put(changes: Partial<OnTheWay>): void {
  onTheWay = { ...onTheWay, ...changes };
  for (const tell of watchers) tell();
}
const current = (): OnTheWay => onTheWay;
const watch = (tell: () => void): (() => void) => {
  watchers.add(tell);
  return () => watchers.delete(tell);
};

/** Pictures on their way to the host. Each is added when it is kept, to whatever was entered by then. */
export function usePhotoTaking(
  host: HostClient,
  add: (damageId: string, photo: KeptPhoto) => void,
): PhotoTaking {
  const shown = useSyncExternalStore(watch, current);
  const drop = (photo: UnkeptPhoto): void => put({ unkept: onTheWay.unkept.filter((one) => one !== photo) });
  const keep = async (damageId: string, file: Blob): Promise<void> => {
    put({ working: [...onTheWay.working, damageId] });
    const kept = await keepPhoto(host, file);
    if (kept.ok) add(damageId, kept.value);
    else put({ unkept: [...onTheWay.unkept, { damageId, file, why: kept.refusal.code }] });
    const { working } = onTheWay;
    put({ working: working.toSpliced(working.indexOf(damageId), 1) });
  };
  return {
    ...shown,
    take: (damageId, files) => {
      for (const file of files) void keep(damageId, file);
    },
    again: (photo) => {
      drop(photo);
      void keep(photo.damageId, photo.file);
    },
    drop,
  };
}
