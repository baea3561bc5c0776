import { expect, test } from 'vitest';
import { sampleAmendment } from '#build/pdf/sample-amendment.ts';
import { sampleHandover } from '#build/pdf/sample-handover.ts';
import { countPdfPages, readPdfText } from '#build/pdf/render-page.ts';
import { sampleContract } from '#build/pdf/sample-papers.ts';
import { makeAmendmentPdf } from './amendment-pdf.ts';
import { makeContractPdf } from './contract-pdf.ts';
import { makeHandoverPdf } from './handover-pdf.ts';

const words = {
  de: ['Ort, Datum', /^Von Hand zu unterschreiben; erfasst am \d/],
  fr: ['Lieu, date', /^À signer à la main ; enregistré le \d/],
  it: ['Luogo, data', /^Da firmare a mano; registrato il \d/],
  en: ['Place, date', /^To be signed by hand; recorded on \d/],
} as const;
const papers = [
  ['a contract', (facts: object) => makeContractPdf(sampleContract(facts))],
  ['an amendment', (facts: object) => makeAmendmentPdf(sampleAmendment(facts))],
  ['a handover report', (facts: object) => makeHandoverPdf(sampleHandover({ ...facts, photos: [] }))],
] as const;

test.each(papers)('%s that is signed by hand has an empty line, and says so', async (_name, make) => {
  for (const language of ['de', 'fr', 'it', 'en'] as const) {
    const textsOf = async (facts: object): Promise<readonly string[]> => {
      const bytes = await make({ language, ...facts });
      const pages = await Promise.all(
        Array.from({ length: await countPdfPages(bytes) }, (_, at) => readPdfText(bytes, at + 1)),
      );
      return pages.flat().map(({ text }) => text);
    };
    const [line, byHand] = words[language];
    const signed = await textsOf({ signature: { onPaper: true } });
    expect(signed).toContain(line);
    expect(signed).toEqual(expect.arrayContaining([expect.stringMatching(byHand)]));
    // Drawn on the pad, there is nothing left to write.
    const drawn = await textsOf({});
    expect(drawn).not.toContain(line);
    expect(drawn).not.toEqual(expect.arrayContaining([expect.stringMatching(byHand)]));
  }
});
