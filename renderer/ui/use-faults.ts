import { useCallback, useEffect, useState } from 'react';
import { focusInvalid } from './focus-first.ts';

/** What is wrong with the fields of a form, each in a sentence. */
export type Faults<Field extends string> = { readonly [Name in Field]?: string | undefined };

export interface FormFaults<Field extends string> {
  /** To be said beside the fields. */
  readonly faults: Faults<Field>;
  /** Says anew what is wrong, and leads the hand to the first wrong field of the form. True when anything is. */
  readonly point: (wrong: Faults<Field>) => boolean;
  /**
   * Somebody mends these fields: what was wrong with them is no longer said. Without names, all; but who leaves a field sees it written
   * in full, which is a change that mends no other.
   */
  readonly forget: (...fields: readonly Field[]) => void;
}

/** What a form says beside its fields after somebody tried to finish it. */
export function useFaults<Field extends string>(): FormFaults<Field> {
  const [{ faults, times }, setSaid] = useState<Said<Field>>({ faults: {}, times: 0 });
  // Once it is drawn: what a command refuses comes later than the key was pressed. Not when some of it is mended.
  useEffect(() => {
    if (times > 0) focusInvalid();
  }, [times]);
  const point = useCallback((wrong: Faults<Field>): boolean => {
    const isAny = isWrong(wrong);
    setSaid((before) => ({ faults: wrong, times: before.times + (isAny ? 1 : 0) }));
    return isAny;
  }, []);
  const forget = useCallback((...fields: readonly Field[]): void => {
    const isMended = (field: string): boolean =>
      fields.length === 0 || (fields as readonly string[]).includes(field);
    setSaid((before) => {
      if (!isWrong(before.faults)) return before;
      const rest = Object.entries(before.faults).filter(([field]) => !isMended(field));
      return { ...before, faults: Object.fromEntries(rest) as Faults<Field> };
    });
  }, []);
  return { faults, point, forget };
}

interface Said<Field extends string> {
  readonly faults: Faults<Field>;
  /** How often something was pointed at. */
  readonly times: number;
}

const isWrong = (faults: Faults<string>): boolean =>
  Object.values(faults).some((sentence) => sentence !== undefined);
