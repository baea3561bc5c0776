import type { TFunction } from 'i18next';
import type { ImportFault, RowOutcome } from '#shared/imports/outcome.ts';
import { importFaultTexts } from '#shared/imports/refusal-texts.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import { postcodeRefusalTexts } from '#shared/parties/refusal-texts.ts';

/** What becomes of a row and why, as a sentence: `Telefon: Diese Nummer …`. */
export function outcomeText(t: TFunction, outcome: RowOutcome<unknown>, language: RefusalLanguage): string {
  switch (outcome.kind) {
    case 'new':
      return '';
    case 'confirm':
      return outcome.warning === null
        ? t('imports.splitHint')
        : sayRefusal(postcodeRefusalTexts, outcome.warning, language);
    case 'known':
      return outcome.ofLine === null
        ? t('imports.there')
        : t('imports.thereInFile', { line: outcome.ofLine });
    case 'wrong':
      return outcome.problems
        .map(({ column, fault }) =>
          t('imports.fault', {
            column: t(`imports.column.${column}`),
            sentence: sayRefusal<ImportFault>(importFaultTexts, fault, language),
          }),
        )
        .join(' ');
  }
}
