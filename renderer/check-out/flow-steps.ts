import type { TFunction } from 'i18next';
import type { FlowStep } from '../ui/flow/Flow.tsx';
import { now } from '#shared/time/instant.ts';
import { typedEntry } from '../ui/fields/entry.ts';
import { kilometreReader } from '../ui/fields/readers.ts';
import { writtenPeriod } from '../ui/fields/typed-period.ts';
import { formatKilometres } from '../ui/format-kilometres.ts';
import type { DraftContent, Step } from './draft.ts';

const steps = [
  [1, 'customer'],
  [2, 'vehicle'],
  [3, 'condition'],
  [4, 'signature'],
] as const;

/** The four steps, those that are done with what was entered. */
export function flowSteps(draft: DraftContent, step: Step, t: TFunction): readonly FlowStep[] {
  const { start, end } = writtenPeriod(draft, now());
  const entered: Readonly<Record<Step, string>> = {
    1: [draft.lastName, draft.firstName].filter(Boolean).join(', '),
    2: draft.vehicleId === '' ? '' : `${start.slice(0, 6)} – ${end.slice(0, 6)}`,
    3: `${formatKilometres(typedEntry(kilometreReader, draft.odometer).value ?? 0)} km, ${draft.fuelEighths}/8`,
    4: '',
  };
  return steps.map(([number, name]) => ({
    title: t(`checkOut.steps.${name}`),
    detail: (number < step && entered[number]) || t(`checkOut.stepHints.${name}`),
  }));
}
