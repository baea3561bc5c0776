import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { type ReadPart, partsOf, readPdfStructure } from '#build/pdf/read-structure.ts';
import { renderPdfPage } from '#build/pdf/render-page.ts';
import { sampleContract, sampleInvoice } from '#build/pdf/sample-papers.ts';
import { sampleLogo } from '#build/pdf/sample-pictures.ts';
import { documentKinds } from '#build/support/document-kinds.ts';
import type { PaperImage } from '#shared/parties/paper-image.ts';
import { must } from '#shared/result/result.ts';
import { instant } from '#shared/time/instant.ts';
import { mm } from './drawing/measure.ts';
import { picture } from './drawing/picture.ts';
import { PaperFile } from './drawing/paper-file.ts';
import { makeContractPdf } from './contract-pdf.ts';
import { makeInvoicePdf } from './invoice-pdf.ts';

describe.each(Object.entries(documentKinds))('a screen reader hears in %s', (_, kind) => {
  const read = async () => readPdfStructure(must(await kind.make(kind.example)));

  test('every text once, but for the heads of later pages', async () => {
    const { lost, pages } = await read();
    expect(lost).toEqual([]);
    expect(pages.length).toBeGreaterThan(0);
  });

  test('one title, and what every picture shows', async () => {
    const { pages } = await read();
    expect(partsOf(pages, 'H1')).toHaveLength(1);
    for (const figure of partsOf(pages, 'Figure')) expect(figure.alternative).toMatch(/\S/);
  });

  test('tables whose rows have as many cells as their head', async () => {
    const { pages } = await read();
    for (const table of partsOf(pages, 'Table')) {
      const widths = partsOf([table], 'TR').map(({ parts }) => parts.length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});

test('a table that runs over pages has one head, and its rows in order', async () => {
  const lines = Array.from({ length: 60 }, (_, at) => ({
    title: `Miettag ${at + 1}`,
    explanation: null,
    amount: 7900,
    vatKind: 'standard' as const,
    vatRate: at % 2 === 0 ? 810 : 260,
  }));
  const { pages, artifacts } = await readPdfStructure(await makeInvoicePdf(sampleInvoice({ lines })));
  const titles = partsOf(pages, 'TD').flatMap(({ parts }) => parts.map(({ text }) => text));
  expect(titles.filter((text) => text.startsWith('Miettag')).map((text) => text.trim())).toEqual(
    lines.map(({ title }) => title),
  );
  const heads = partsOf(pages, 'TH').map(said);
  // The lines' head once, and that of the VAT summary.
  expect(heads.filter((text) => text.startsWith('Betrag'))).toHaveLength(1);
  expect(heads).toContain('MWST-Satz');
  expect(artifacts.some((text) => text.startsWith('Betrag'))).toBe(true);
});

test('general terms in two columns are read paragraph by paragraph', async () => {
  const paragraphs = Array.from(
    { length: 30 },
    (_, at) => `${at + 1}. ${'Die Mieterin haftet. '.repeat(12)}`,
  );
  const paper = sampleContract({ generalTerms: paragraphs.join('\n\n') });
  const { pages } = await readPdfStructure(await makeContractPdf(paper));
  const read = pages.flatMap((page) => partsOf([page], 'P').map(({ text }) => text.replaceAll(/\s+/g, ' ')));
  const terms = read.filter((text) => /^\d+\. Die/.test(text));
  expect(terms).toHaveLength(30);
  expect(terms.map((text) => Number.parseInt(text, 10))).toEqual(paragraphs.map((_, at) => at + 1));
});

describe('a picture', () => {
  test('of the company stands at the head, and the paper stays the same to the byte', async () => {
    const { company } = sampleInvoice();
    const paper = sampleInvoice({ company: { ...company, logo: sampleLogo() } });
    const bytes = await makeInvoicePdf(paper);
    expect(await makeInvoicePdf(paper)).toEqual(bytes);
    const { pages } = await readPdfStructure(bytes);
    const [first] = partsOf(pages, 'Figure');
    expect(first?.alternative).toBe(company.name);
    const head = await renderPdfPage(bytes, 1, 72, { left: 20, top: 15, width: 40, height: 14 });
    expect(coloured(head.data, [255, 208, 0])).toBeGreaterThan(50);
  });

  test.each([
    [1, 'top', 'left'],
    [2, 'top', 'right'],
    [3, 'bottom', 'right'],
    [4, 'bottom', 'left'],
    [5, 'top', 'left'],
    [6, 'top', 'right'],
    [7, 'bottom', 'right'],
    [8, 'bottom', 'left'],
  ] as const)('held in way %i is turned so that its first corner is %s %s', async (way, vertical, side) => {
    const bytes = await pdfOf(cornered(way));
    const lies = way >= 5;
    const [width, height] = lies ? [20, 40] : [40, 20];
    const shown = await renderPdfPage(bytes, 1, 25.4, { left: 20, top: 20, width, height });
    const x = side === 'left' ? 3 : width - 4;
    const y = vertical === 'top' ? 3 : height - 4;
    const at = (y * shown.width + x) * 4;
    expect([...shown.data.subarray(at, at + 3)].map((part) => part > 128)).toEqual([true, false, false]);
  });
});

/** A white picture of 80 × 40 pixels with a red first corner, as a camera stores it. */
function cornered(orientation: number): PaperImage {
  const canvas = createCanvas(80, 40);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 80, 40);
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, 16, 16);
  const jpeg = canvas.toBuffer('image/jpeg', 95);
  const exif = Buffer.from(
    '457869660000 4d4d002a00000008 0001 0112 0003 00000001 0000 0000'.replaceAll(' ', ''),
    'hex',
  );
  exif.writeUInt16BE(orientation, 6 + 8 + 2 + 8);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  const turned = Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
  return { type: 'jpeg', base64: turned.toString('base64') };
}

async function pdfOf(image: PaperImage): Promise<Uint8Array> {
  const file = await PaperFile.open({
    title: 'A picture',
    author: '',
    subject: '',
    language: 'en',
    createdAt: instant('2026-11-20T12:00:00.000Z'),
    fingerprint: image.base64,
  });
  const block = picture(image, { width: mm(40), height: mm(40), alternative: 'a corner' });
  block.draw(file.addSheet(), mm(20), mm(20));
  return file.finish();
}

function coloured(data: Uint8ClampedArray, [red, green, blue]: readonly [number, number, number]): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    const far = [red, green, blue].some((part, offset) => Math.abs((data[at + offset] ?? 0) - part) > 12);
    if (!far) count += 1;
  }
  return count;
}

function said(part: ReadPart): string {
  return [part.text, ...part.parts.map(said)].join('').trim();
}
