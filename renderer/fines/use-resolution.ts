import { useEffect, useState } from 'react';
import type { FineRefusal } from '#shared/fines/fine-refusal.ts';
import type { Fine, FineRegister } from '#shared/fines/fine-register.ts';
import { type ResolvedFine, resolveFine } from '#shared/fines/resolve-fine.ts';
import type { Result } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHistory } from '../app/hooks/use-history.ts';
import { fineRegisterOf } from './fine-register-of.ts';

export interface Resolution {
  /** Null while too little is entered. */
  readonly found: Result<ResolvedFine, FineRefusal> | null;
  /** How far the past of the vehicle is, which may lie in the archive. */
  readonly past: 'arriving' | 'offline' | 'here' | null;
}

/** Who had the car, as far as is known here; the past of the vehicle and the contract it leads to are fetched meanwhile. */
export function useResolution(fine: Fine | null): Resolution {
  const { rows, db } = useCounter();
  const [read, setRead] = useState<{ readonly plate: string; readonly register: FineRegister }>();
  const plate = fine?.plate ?? '';
  useEffect(() => {
    let here = true;
    const gather = async (): Promise<void> => {
      const register = await fineRegisterOf(rows, plate);
      if (here) setRead({ plate, register });
    };
    void gather();
    const tables = ['vehicle_plates', 'vehicles', 'handovers', 'contracts', 'contract_drivers', 'amendments'];
    const stop = db.onChange({ onChange: gather }, { tables, throttleMs: 100 });
    return () => {
      here = false;
      stop();
    };
  }, [rows, db, plate]);
  const register = read?.plate === plate ? read.register : null;
  const found = fine && register ? resolveFine(fine, register, now()) : null;
  const vehicleId = fine?.vehicleId ?? register?.plates[0]?.vehicleId ?? null;
  const past = useHistory(vehicleId === null ? null : { of: 'vehicle', vehicleId });
  // The drivers come with the rental.
  useHistory(found?.ok === true ? { of: 'rental', contractId: found.value.contractId } : null);
  return { found, past };
}
