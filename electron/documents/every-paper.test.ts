import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { layoutFaults } from '#build/pdf/layout-faults.ts';
import { countPdfPages, readPdfText } from '#build/pdf/render-page.ts';
import { longCustomer } from '#build/pdf/sample-papers.ts';
import { sampleLogo } from '#build/pdf/sample-pictures.ts';
import { documentKinds } from '#build/support/document-kinds.ts';
import { must } from '#shared/result/result.ts';

const papers = Object.entries(documentKinds).flatMap(([name, kind]) =>
  (['de', 'fr', 'it', 'en'] as const).map((language) => ({ name, kind, language })),
);

describe.each(papers)('$name in $language', ({ kind, language }) => {
  const example = kind.example as { readonly company: object; readonly customer?: object | null };

  test('has nothing cut off or drawn over, with a logo and the longest names too', async () => {
    const plain = { ...example, language };
    const company = { ...example.company, logo: sampleLogo('Limmat & Söhne') };
    const long = { ...plain, company, ...(example.customer ? { customer: longCustomer } : {}) };
    for (const input of [plain, long]) {
      const bytes = must(await kind.make(input));
      for (let page = 1; page <= (await countPdfPages(bytes)); page += 1) {
        expect(layoutFaults(await readPdfText(bytes, page))).toEqual([]);
      }
    }
  });

  test('is the same to the byte, says its language, and carries only parts of fonts', async () => {
    const bytes = must(await kind.make({ ...example, language }));
    expect(must(await kind.make({ ...example, language }))).toEqual(bytes);
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(String(file.catalog.get(PDFName.of('Lang')))).toBe(`(${language}-CH)`);
    expect(file.getTitle()).toMatch(/\S/);
    const fonts = file.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .filter((object) => object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'));
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) {
      expect(String(font.get(PDFName.of('FontName')))).toMatch(/^\/[A-Z]{6}\+/);
      expect(font.get(PDFName.of('FontFile2')) ?? font.get(PDFName.of('FontFile3'))).toBeDefined();
    }
  });
});
