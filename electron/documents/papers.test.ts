import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { PDFDocument, PDFName } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { layoutFaults } from '#build/pdf/layout-faults.ts';
import { randomInvoice } from '#build/pdf/random-invoices.ts';
import {
  type PlacedText,
  countPdfPages,
  qrCodePart,
  readPdfText,
  readQr,
  renderPdfPage,
} from '#build/pdf/render-page.ts';
import {
  contractInput,
  damageLine,
  invoiceInput,
  longCustomer,
  sampleContract,
  sampleInvoice,
  scorReference,
} from '#build/pdf/sample-papers.ts';
import { invoiceQrBill } from '#shared/invoices/invoice-paper-qr-bill.ts';
import { qrPayload } from '#shared/qr-bill/qr-payload.ts';
import { must } from '#shared/result/result.ts';
import { makeContractPdf } from './contract-pdf.ts';
import { makeInvoicePdf } from './invoice-pdf.ts';

const languages = ['de', 'fr', 'it', 'en'] as const;

async function pagesOf(bytes: Uint8Array): Promise<readonly (readonly PlacedText[])[]> {
  const count = await countPdfPages(bytes);
  return Promise.all(Array.from({ length: count }, (_, at) => readPdfText(bytes, at + 1)));
}

function textOf(texts: readonly PlacedText[]): string {
  return texts.map(({ text }) => text).join('\n');
}

function lines(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    title: `Miettag ${at + 1}`,
    explanation: at % 3 === 0 ? 'Nebensaison 2026, 79.00 je Tag' : null,
    amount: 7900,
    vatKind: 'standard' as const,
    vatRate: 810,
  }));
}

const wide = {
  ...longCustomer,
  name: 'W'.repeat(70),
  addition: 'W'.repeat(70),
  address: {
    street: 'W'.repeat(70),
    houseNumber: 'W'.repeat(16),
    postcode: 'W'.repeat(16),
    town: 'W'.repeat(35),
    country: 'DE',
  },
};

describe('the QR code on a rendered invoice', () => {
  const runs = Number(process.env['SCHALTER_QR_RUNS'] ?? (process.env['CI'] === undefined ? 25 : 500));

  test(
    `reads back as the payload, line by line (${runs} random bills of the widest characters)`,
    async () => {
      await fc.assert(
        fc.asyncProperty(randomInvoice, async (paper) => {
          const bytes = await makeInvoicePdf(paper);
          const image = await renderPdfPage(bytes, await countPdfPages(bytes), 250, qrCodePart);
          expect(readQr(image)?.split('\n')).toEqual(qrPayload(must(invoiceQrBill(paper))).split('\n'));
        }),
        { numRuns: runs, endOnFailure: true },
      );
    },
    // Only against what hangs: a busy machine takes a second for each.
    30_000 + runs * 5000,
  );

  test('is 46 mm wide', async () => {
    const { data, width, height } = await renderPdfPage(
      await makeInvoicePdf(sampleInvoice()),
      1,
      600,
      qrCodePart,
    );
    const dark: number[] = [];
    for (let x = 0; x < width; x += 1) {
      for (let y = 0; y < height; y += 4) {
        if ((data[(y * width + x) * 4] ?? 255) < 128) dark.push(x);
      }
    }
    const millimetres = (((dark.at(-1) ?? 0) - (dark[0] ?? 0) + 1) / 600) * 25.4;
    expect(millimetres).toBeCloseTo(46, 1);
  });
});

describe('nothing is cut off, crowded or drawn over', () => {
  const papers = languages.flatMap((language) => [
    {
      name: `${language}, one line`,
      make: () => makeInvoicePdf(sampleInvoice({ language, lines: lines(1) })),
    },
    {
      name: `${language}, 40 lines, widest names`,
      make: () => makeInvoicePdf(sampleInvoice({ language, lines: lines(40), customer: wide })),
    },
    {
      name: `${language}, blank payer`,
      make: async () => {
        const { payment, company } = invoiceInput();
        const named = { ...company, name: 'Ŵ'.repeat(70), address: wide.address };
        return makeInvoicePdf(
          sampleInvoice({
            language,
            company: named,
            ...(payment ? { payment: { ...payment, debtor: 'blank' as const } } : {}),
          }),
        );
      },
    },
    { name: `${language}, contract`, make: () => makeContractPdf(sampleContract({ language })) },
    {
      name: `${language}, long contract`,
      make: () =>
        makeContractPdf(
          sampleContract({
            language,
            customer: wide,
            lines: lines(40),
            notes: 'Zeile\n'.repeat(150),
            generalTerms: 'Titel\nEin Absatz, der sich wiederholt. '.repeat(400),
            vehicle: {
              ...contractInput().vehicle,
              model: 'W'.repeat(80),
              damages: Array.from({ length: 40 }, () => 'W'.repeat(320)),
              moreDamages: 9_999,
            },
            drivers: Array.from({ length: 8 }, () => ({
              ...contractInput().drivers[0]!,
              name: 'W'.repeat(70),
              licenceNumber: 'W'.repeat(30),
              licenceCategories: 'W'.repeat(20),
              licenceCountry: 'W'.repeat(40),
            })),
          }),
        ),
    },
  ]);

  test.each(papers)('$name', async ({ make }) => {
    for (const texts of await pagesOf(await make())) expect(layoutFaults(texts)).toEqual([]);
  });

  test('random invoices with the widest characters', async () => {
    await fc.assert(
      fc.asyncProperty(randomInvoice, async (paper) => {
        for (const texts of await pagesOf(await makeInvoicePdf(paper)))
          expect(layoutFaults(texts)).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});

describe('pages', () => {
  test.each(languages)(
    '%s: numbered, with the table’s head on each, and the total beside a line',
    async (language) => {
      const pages = await pagesOf(await makeInvoicePdf(sampleInvoice({ language, lines: lines(60) })));
      const tables = pages.map(textOf).filter((text) => text.includes('Miettag'));
      expect(tables.length).toBeGreaterThan(1);
      for (const text of tables) expect(text).toMatch(/(Betrag|Montant|Importo|Amount) CHF/);
      const last = tables.at(-1) ?? '';
      expect(last).toMatch(/Total/);
      expect(last).toMatch(/Miettag 60/);
      for (const [at, text] of pages.map(textOf).entries()) expect(text).toContain(` ${at + 1} `);
      expect(pages.map(textOf).every((text) => text.match(new RegExp(`${pages.length}$`, 'm')))).toBe(true);
    },
  );

  test('at every number of lines the total stands with the last line', async () => {
    for (let count = 1; count <= 34; count += 3) {
      const pages = await pagesOf(await makeInvoicePdf(sampleInvoice({ lines: lines(count) })));
      const page = pages.map(textOf).find((text) => text.includes('Total\n')) ?? '';
      expect(page).toContain(`Miettag ${count}\n`);
    }
  });

  test('the payment part stands on the last page, at its foot', async () => {
    const pages = await pagesOf(await makeInvoicePdf(sampleInvoice({ lines: lines(40) })));
    const [receipt] = pages.at(-1)?.filter(({ text }) => text === 'Empfangsschein') ?? [];
    expect(receipt?.y).toBeGreaterThan(270);
    expect(receipt?.y).toBeLessThan(297.6);
    expect(
      pages
        .slice(0, -1)
        .map(textOf)
        .some((text) => text.includes('Empfangsschein')),
    ).toBe(false);
  });

  test('a common contract is one page, its head is read first', async () => {
    const [page, ...more] = await pagesOf(await makeContractPdf(sampleContract()));
    expect(more).toEqual([]);
    expect(page?.[0]?.text).toBe('Limmat Autovermietung AG');
    expect(textOf(page ?? [])).toMatch(
      /Mietvertrag ZRH-A-26-00042[^]*Annalena Brunner[^]*Total[^]*CHF\s307\.15[^]*23\.01[^]*Unterschrieben am 20\.11\.2026 14:36/,
    );
  });
});

test.each(languages)('%s: a bill for damage alone has no word of VAT', async (language) => {
  const paper = sampleInvoice({
    language,
    lines: [damageLine],
    payment: { reference: scorReference, message: null, debtor: 'customer' },
  });
  const bytes = await makeInvoicePdf(paper);
  const text = (await pagesOf(bytes)).map(textOf).join('\n');
  expect(text).toMatch(/500\.00/);
  expect(text).not.toMatch(/MWST|TVA|IVA|VAT|8\.1/);
});

describe('the file', () => {
  test('says what it is', async () => {
    const file = await PDFDocument.load(await makeInvoicePdf(sampleInvoice({ language: 'fr' })), {
      updateMetadata: false,
    });
    expect(file.getTitle()).toBe('Facture ZRH-A-26-R00017');
    expect(file.getAuthor()).toBe('Limmat Autovermietung AG');
    expect(file.getCreationDate()?.toISOString()).toBe('2026-11-23T14:05:00.000Z');
    expect(file.catalog.get(PDFName.of('Lang'))?.toString()).toBe('(fr-CH)');
  });

  test('is the same to the byte for the same paper, whatever was made before, and in another process', async () => {
    const { customer, ...rest } = sampleInvoice();
    const paper = { ...rest, customer: { ...customer, name: 'Łukasz\u00a0Nováček Șerban' } };
    const first = hashOf(await makeInvoicePdf(paper));
    await makeContractPdf(sampleContract({ language: 'fr', customer: longCustomer }));
    expect(hashOf(await makeInvoicePdf(paper))).toBe(first);

    const script = `
      import { createHash } from 'node:crypto';
      import { makeInvoicePdf } from ${JSON.stringify(join(import.meta.dirname, 'invoice-pdf.ts'))};
      const bytes = await makeInvoicePdf(JSON.parse(process.argv[1]));
      process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
    `;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '-e',
      script,
      JSON.stringify(paper),
    ]);
    expect(stdout).toBe(first);
  });

  test('differs when a Rappen differs', async () => {
    const [one, other] = [7900, 7901].map((amount) => sampleInvoice({ lines: [{ ...damageLine, amount }] }));
    if (!one || !other) throw new Error('two papers');
    expect(hashOf(await makeInvoicePdf(one))).not.toBe(hashOf(await makeInvoicePdf(other)));
  });
});

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
