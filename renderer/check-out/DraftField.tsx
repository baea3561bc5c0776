import { useTranslation } from 'react-i18next';
import { TextField, type TextFieldProps } from '../ui/TextField.tsx';
import type { DraftContent } from './draft.ts';
import type { FieldErrors } from './read-form.ts';

export type TextKey = {
  [Key in keyof DraftContent]: DraftContent[Key] extends string ? Key : never;
}[keyof DraftContent];

export interface StepProps {
  readonly draft: DraftContent;
  readonly errors: FieldErrors;
  readonly onChange: (changes: Partial<DraftContent>) => void;
}

export interface DraftFieldProps
  extends StepProps, Partial<Omit<TextFieldProps, 'label' | 'value' | 'onChange' | 'error'>> {
  readonly field: TextKey;
  readonly label: string;
}

/** One text of the draft, with what is wrong about it beside it. What was typed always stays. */
export function DraftField({ field, label, draft, errors, onChange, ...rest }: DraftFieldProps) {
  const { t } = useTranslation();
  const code = errors[field];
  return (
    <TextField
      label={label}
      value={draft[field]}
      onChange={(value) => onChange({ [field]: value })}
      error={code ? t(`field.${code}`) : undefined}
      {...rest}
    />
  );
}
