import { useCallback, useState } from 'react';
import { focusFirstInvalid } from '../../ui/focus-first.ts';
import { type WrongFields, wrongUpTo } from './wrong-up-to.ts';

const none: unknown = {};

export interface StepCheckOptions<Field extends string, Code> {
  readonly step: number;
  readonly goTo: (step: number) => void;
  /** The step on which a field is entered. */
  readonly stepOf: (field: Field) => number;
  /** What is wrong now, of all steps. */
  readonly wrong: () => WrongFields<Field, Code>;
}

export interface StepCheck<Field extends string, Code> {
  /** What is shown beside the fields. */
  readonly errors: WrongFields<Field, Code>;
  /** True when nothing up to this step is wrong; otherwise shows what is, on the first step that has any, with the focus on it. */
  readonly check: (upTo: number) => boolean;
  /** Somebody mends these fields: what was wrong with them is no longer shown. Without names, all. */
  readonly forget: (fields?: readonly string[]) => void;
}

/** The check of the fields of a task in steps, before one goes on. */
export function useStepCheck<Field extends string, Code>(
  options: StepCheckOptions<Field, Code>,
): StepCheck<Field, Code> {
  const [errors, setErrors] = useState(none as WrongFields<Field, Code>);
  const check = (upTo: number): boolean => {
    const { errors: found, first } = wrongUpTo(options.wrong(), options.stepOf, upTo);
    setErrors(found);
    if (first !== null && first !== options.step) options.goTo(first);
    if (first !== null) focusFirstInvalid();
    return first === null;
  };
  const forget = useCallback((fields?: readonly string[]): void => {
    setErrors(
      (before) =>
        Object.fromEntries(
          Object.entries(before).filter(([field]) => fields !== undefined && !fields.includes(field)),
        ) as typeof before,
    );
  }, []);
  return { errors, check, forget };
}
