import type { Instant } from '#shared/time/instant.ts';
import type { ChangeDraft } from './draft.ts';
import type { Gathered } from './gather-change.ts';
import type { FieldErrors } from './read-form.ts';

/** What every step of a change is given. */
export interface StepProps {
  readonly draft: ChangeDraft;
  readonly gathered: Gathered;
  readonly errors: FieldErrors;
  readonly now: Instant;
  readonly onChange: (changes: Partial<ChangeDraft>) => void;
}
