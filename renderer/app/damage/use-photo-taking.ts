import { useState } from 'react';
import type { HostClient } from '#shared/ipc/contract.ts';
import type { KeptPhoto } from './found-damage.ts';
import { type PhotoRefusal, keepPhoto } from './keep-photo.ts';

/** A picture that the host did not keep. It is held here until somebody tries again or lets it go. */
export interface UnkeptPhoto {
  readonly damageId: string;
  readonly file: Blob;
  readonly why: PhotoRefusal['code'];
}

export interface PhotoTaking {
  readonly take: (damageId: string, files: readonly Blob[]) => void;
  /** Of which damages a picture is being made smaller and kept, once for each. */
  readonly working: readonly string[];
  readonly unkept: readonly UnkeptPhoto[];
  readonly again: (photo: UnkeptPhoto) => void;
  readonly drop: (photo: UnkeptPhoto) => void;
}

/** Pictures on their way to the host. Each is added when it is kept, to whatever was entered by then. */
export function usePhotoTaking(
  host: HostClient,
  add: (damageId: string, photo: KeptPhoto) => void,
): PhotoTaking {
  const [working, setWorking] = useState<readonly string[]>([]);
  const [unkept, setUnkept] = useState<readonly UnkeptPhoto[]>([]);
  const drop = (photo: UnkeptPhoto): void => setUnkept((all) => all.filter((one) => one !== photo));
  const keep = async (damageId: string, file: Blob): Promise<void> => {
    setWorking((all) => [...all, damageId]);
    const kept = await keepPhoto(host, file);
    if (kept.ok) add(damageId, kept.value);
    else setUnkept((all) => [...all, { damageId, file, why: kept.refusal.code }]);
    setWorking((all) => all.filter((_, at) => at !== all.indexOf(damageId)));
  };
  return {
    take: (damageId, files) => {
      for (const file of files) void keep(damageId, file);
    },
    working,
    unkept,
    again: (photo) => {
      drop(photo);
      void keep(photo.damageId, photo.file);
    },
    drop,
  };
}
