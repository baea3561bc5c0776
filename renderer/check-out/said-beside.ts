import type { TFunction } from 'i18next';
import type { DraftContent } from './draft.ts';
import type { StepProps } from './DraftField.tsx';

/** What is said beside a field: that it cannot be read, or else what the rules have against it. */
export function saidBeside(
  { errors, problem }: Pick<StepProps, 'errors' | 'problem'>,
  field: keyof DraftContent,
  t: TFunction,
): string | undefined {
  const code = errors[field];
  if (code) return t(`field.${code}`);
  return problem?.field === field ? problem.text : undefined;
}
