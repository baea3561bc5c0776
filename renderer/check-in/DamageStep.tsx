import { DamagePart } from '../app/damage/DamagePart.tsx';
import type { StepProps } from './ConditionStep.tsx';

/** New damage against the old, with what the renter is asked to pay for it. */
export function DamageStep({ draft, gathered, onChange }: StepProps) {
  return (
    <DamagePart
      known={gathered.known}
      found={draft.found}
      repaired={draft.repaired}
      onChange={onChange}
      asksCost
    />
  );
}
