import { ignoredTexts, leftOverTexts } from '#shared/bank-files/left-over-texts.ts';
import type { Matching } from '#shared/bank-files/match-payments.ts';
import { sayBankFileRefusal } from '#shared/bank-files/refusal-texts.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';

/** The same with a sentence beside every reason and refusal, for whoever settles them. */
export function withSentences(matching: Matching, language: RefusalLanguage) {
  const said = ({ file, refusal }: Matching['refused'][number]) => ({
    file,
    refusal: { ...refusal, sentence: sayBankFileRefusal(refusal, language) },
  });
  return {
    ...matching,
    leftOver: matching.leftOver.map((one) => ({
      ...one,
      sentence: sayRefusal(leftOverTexts, one.reason, language),
    })),
    ignored: matching.ignored.map((one) => ({
      ...one,
      sentence: sayRefusal(ignoredTexts, { code: one.reason }, language),
    })),
    refused: matching.refused.map(said),
    notes: matching.notes.map(said),
  };
}
