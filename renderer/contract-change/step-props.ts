import type { Instant } from '#shared/time/instant.ts';
import type { Changes } from '../app/drafts/use-saved-draft.ts';
import type { ChangeDraft } from './draft.ts';
import type { Gathered } from './gather-change.ts';
import type { FieldErrors } from './read-form.ts';
import type { RefusedField } from './refused-field.ts';

/** What every step of a change is given. */
export interface StepProps {
  readonly draft: ChangeDraft;
  readonly gathered: Gathered;
  readonly errors: FieldErrors;
  readonly now: Instant;
  /** What the rules have against what is entered, said beside its field. */
  readonly refused: RefusedField | null;
  readonly onChange: (changes: Changes<ChangeDraft>) => void;
}
