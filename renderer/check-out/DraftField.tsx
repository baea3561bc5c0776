import { useTranslation } from 'react-i18next';
import { TextField, type TextFieldProps } from '../ui/TextField.tsx';
import type { DraftContent } from './draft.ts';
import type { ProblemText } from './problem-text.ts';
import type { FieldErrors } from './read-form.ts';
import { saidBeside } from './said-beside.ts';

export type TextKey = {
  [Key in keyof DraftContent]: DraftContent[Key] extends string ? Key : never;
}[keyof DraftContent];

export interface StepProps {
  readonly draft: DraftContent;
  readonly errors: FieldErrors;
  /** What the rules have against what is entered, said beside its field. */
  readonly problem?: ProblemText | null | undefined;
  readonly onChange: (changes: Partial<DraftContent>) => void;
}

export interface DraftFieldProps
  extends StepProps, Partial<Omit<TextFieldProps, 'label' | 'value' | 'onChange' | 'error'>> {
  readonly field: TextKey;
  readonly label: string;
}

/** One text of the draft, with what is wrong about it beside it. What was typed always stays. */
export function DraftField(props: DraftFieldProps) {
  const { field, label, draft, errors, problem, onChange, ...rest } = props;
  const { t } = useTranslation();
  return (
    <TextField
      label={label}
      value={draft[field]}
      onChange={(value) => onChange({ [field]: value })}
      error={saidBeside({ errors, problem }, field, t)}
      {...rest}
    />
  );
}
