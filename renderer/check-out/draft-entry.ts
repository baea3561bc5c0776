import type { TFunction } from 'i18next';
import { type Reader, typedEntry } from '../ui/fields/entry.ts';
import type { EntryProps } from '../ui/fields/EntryField.tsx';
import type { StepProps, TextKey } from './DraftField.tsx';
import { saidBeside } from './said-beside.ts';

/** A text of the draft for a field that reads it. The draft keeps what was typed; `readForm` reads it again. */
export function draftEntry<Value>(
  { draft, errors, problem, onChange }: StepProps,
  field: TextKey,
  reader: Reader<Value>,
  t: TFunction,
): Pick<EntryProps<Value>, 'entry' | 'onChange' | 'error'> {
  return {
    entry: typedEntry(reader, draft[field]),
    onChange: ({ text }) => onChange({ [field]: text }),
    error: saidBeside({ errors, problem }, field, t),
  };
}
