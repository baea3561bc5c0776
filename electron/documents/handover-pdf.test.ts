import { createHash } from 'node:crypto';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { layoutFaults } from '#build/pdf/layout-faults.ts';
import { type PlacedText, countPdfPages, readPdfText, renderPdfPage } from '#build/pdf/render-page.ts';
import { handoverInput, sampleHandover } from '#build/pdf/sample-handover.ts';
import { longCustomer } from '#build/pdf/sample-papers.ts';
import { samplePhoto } from '#build/pdf/sample-photos.ts';
import type { HandoverPaperInput } from '#shared/contracts/handover-paper.ts';
import { damageKinds, damageSizes } from '#shared/fleet/damage-size.ts';
import { sketchViews } from '#shared/fleet/sketch-views.ts';
import { markRadius } from './drawing/damage-mark.ts';
import { makeHandoverPdf } from './handover-pdf.ts';
import { markPlaces } from './handover-sketch.ts';
import { handoverTexts } from './texts/handover.ts';

const languages = ['de', 'fr', 'it', 'en'] as const;
const statuses = ['known', 'known', 'new', 'changed', 'repaired', 'not_reported'] as const;

type Damages = HandoverPaperInput['damages'];

/** Damages all over the car, with the longest notes there may be. */
function manyDamages(count: number): Damages {
  return Array.from({ length: count }, (_, at) => ({
    view: sketchViews[at % sketchViews.length] ?? 'left',
    x: (at * 137) % 1001,
    y: (at * 211) % 1001,
    kind: damageKinds[at % damageKinds.length] ?? 'other',
    size: damageSizes[at % damageSizes.length] ?? 'small',
    note: at % 3 === 0 ? 'W'.repeat(160) : null,
    foundAt: '2026-10-30T10:05:00.000Z',
    status: statuses[at % statuses.length] ?? 'known',
  }));
}

function manyPhotos(count: number): HandoverPaperInput['photos'] {
  return Array.from({ length: count }, (_, at) => ({
    image: samplePhoto(at, at % 5 === 0 ? 'png' : 'jpeg', at % 4 === 1),
    damage: at % 2 === 0 ? at + 1 : null,
    caption:
      at % 2 === 0 ? null : 'Übersicht von der Seite, mit einer Beschriftung, die über zwei Zeilen läuft.',
    takenAt: '2026-11-23T13:40:00.000Z',
  }));
}

const large = (overrides: Partial<HandoverPaperInput> = {}) => {
  const input = handoverInput({ direction: 'in' });
  const accessories = Array.from({ length: 30 }, (_, at) => ({ name: `${at} ${'W'.repeat(56)}`, count: at }));
  return sampleHandover({
    direction: 'in',
    customer: longCustomer,
    clerk: 'W'.repeat(70),
    vehicle: { ...input.vehicle, model: 'W'.repeat(80), category: 'W'.repeat(60), colour: 'W'.repeat(40) },
    state: { ...input.state, accessories, kilometres: 31_000 },
    damages: manyDamages(40),
    photos: manyPhotos(24),
    notes: 'Zeile\n'.repeat(60),
    ...overrides,
  });
};

async function pagesOf(bytes: Uint8Array): Promise<readonly (readonly PlacedText[])[]> {
  const count = await countPdfPages(bytes);
  return Promise.all(Array.from({ length: count }, (_, at) => readPdfText(bytes, at + 1)));
}

const textOf = (texts: readonly PlacedText[]) => texts.map(({ text }) => text).join('\n');

describe('what stands on it', () => {
  test('a check-out reads from head to signature, on one page and one of photos', async () => {
    const pages = (await pagesOf(await makeHandoverPdf(sampleHandover()))).map(textOf);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toMatch(
      /^Limmat Autovermietung AG[^]*Übergabeprotokoll ZRH-A-26-00042[^]*Annalena Brunner[^]*ZH 731 204[^]*31’846\skm[^]*7\/8[^]*2\s× Kindersitz 15–36 kg[^]*Schäden[^]*Steinschlag\nklein, bis 3 mm\nFrontscheibe, links\nausserhalb des Sichtfelds\n14\.06\.2026\nbekannt[^]*Tür vorne, rechts[^]*Unterschrieben am 20\.11\.2026 14:36/,
    );
    expect(pages[1]).toMatch(/Fotos\nFoto 1 · Schaden 3\n20\.11\.2026 14:33/);
  });

  test('a check-in sets both states beside each other, with the difference', async () => {
    const pages = await pagesOf(await makeHandoverPdf(sampleHandover({ direction: 'in' })));
    const text = pages.map(textOf).join('\n');
    expect(text).toMatch(/Kilometerstand\n31’846\skm\n32’588\skm\n\+742\skm/);
    expect(text).toMatch(/Tank\n7\/8\n5\/8\n−2\/8/);
    expect(text).toMatch(/Kindersitz 15–36 kg\n2\n1\n−1/);
    expect(text).toMatch(/Tür hinten, links[^]*neu\n1\n/);
    expect(text).not.toMatch(/MWST/);
  });

  test('an odometer that went back is to be checked', async () => {
    const { state } = handoverInput({ direction: 'in' });
    const paper = sampleHandover({ direction: 'in', state: { ...state, kilometres: 31_800 } });
    expect(textOf(await readPdfText(await makeHandoverPdf(paper), 1))).toMatch(/−46\skm, bitte prüfen/);
  });

  test.each(languages)(
    '%s: an absent renter has no line to sign, and the report says so',
    async (language) => {
      const words = handoverTexts[language];
      const direction = language === 'de' || language === 'it' ? 'out' : 'in';
      const squeezed = async (renter: 'present' | 'key_box') => {
        const facts = { language, direction, renter, signature: null, signedAt: null } as const;
        const pages = await pagesOf(await makeHandoverPdf(sampleHandover({ ...facts, photos: [] })));
        return pages.map(textOf).join(' ').replaceAll(/\s+/g, ' ');
      };
      const [present, absent] = [await squeezed('present'), await squeezed('key_box')];
      expect(absent).toContain(words.keyBox[direction]);
      expect(absent).not.toContain(words.declaration[direction]);
      expect(present).toContain(words.declaration[direction]);
      // Her name stands once more where she signs.
      expect(present.split('Annalena Brunner').length - absent.split('Annalena Brunner').length).toBe(1);
    },
  );

  test('in four languages every word is another', async () => {
    const texts = await Promise.all(
      languages.map(async (language) =>
        textOf(await readPdfText(await makeHandoverPdf(sampleHandover({ language })), 1)),
      ),
    );
    for (const [at, language] of languages.entries()) {
      const { title, view, kind, part } = handoverTexts[language];
      for (const word of [title.out, ...Object.values(view), kind.dent, part.door_front])
        expect(texts[at]).toContain(word);
    }
    expect(new Set(languages.map((language) => handoverTexts[language].title.in)).size).toBe(4);
  });
});

describe('the sketch', () => {
  /** A circle's number, by its size and its place right of the list. */
  const numbersOn = (texts: readonly PlacedText[]) => {
    const from = texts.findIndex(({ text }) => text === 'Schäden');
    const to = texts.findIndex(({ text }) => text === 'Nr.');
    return texts.slice(from, to).filter(({ text }) => /^\d+$/.test(text));
  };

  test('without damage says so', async () => {
    const bytes = await makeHandoverPdf(sampleHandover({ damages: [], photos: [] }));
    expect(textOf(await readPdfText(bytes, 1))).toContain(handoverTexts.de.noDamages);
  });

  test.each([1, 40])('has one circle for each of %i damages, where its mark is placed', async (count) => {
    const paper = sampleHandover({ direction: 'in', damages: manyDamages(count), photos: [] });
    const numbers = numbersOn((await pagesOf(await makeHandoverPdf(paper))).flat());
    expect(numbers.map(({ text }) => Number(text))).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    const marks = markPlaces(paper.damages, handoverTexts.de);
    const [origin, first] = [numbers[0], marks[0]];
    if (!origin || !first) throw new Error('a mark');
    for (const [at, { x, y, width }] of numbers.entries()) {
      const [markX, markY] = marks[at] ?? [0, 0];
      expect(Math.abs(x + width / 2 - (origin.x + origin.width / 2) - (markX - first[0]))).toBeLessThan(0.3);
      expect(Math.abs(origin.y - y - (markY - first[1]))).toBeLessThan(0.6);
    }
  });

  test('forty damages on one point stay apart, within the sketch', () => {
    const [one] = manyDamages(1);
    if (!one) throw new Error('a damage');
    for (const [x, y] of [
      [500, 500],
      [0, 0],
      [1000, 1000],
    ] as const) {
      for (const view of sketchViews) {
        const damages = sampleHandover({
          direction: 'in',
          damages: Array.from({ length: 40 }, () => ({ ...one, view, x, y })),
        }).damages;
        const marks = markPlaces(damages, handoverTexts.de);
        for (const [at, mark] of marks.entries()) {
          for (const other of marks.slice(at + 1)) {
            expect(Math.hypot(mark[0] - other[0], mark[1] - other[1])).toBeGreaterThanOrEqual(markRadius * 2);
          }
          expect(mark[0]).toBeGreaterThanOrEqual(markRadius);
          expect(mark[0]).toBeLessThanOrEqual(482 - markRadius);
        }
      }
    }
  });

  test('new damage is filled, known is hollow, and without colour they differ too', async () => {
    const [damage] = manyDamages(1);
    if (!damage) throw new Error('a damage');
    const shades = await Promise.all(
      (['known', 'new'] as const).map(async (status) => {
        const damages = [{ ...damage, view: 'left' as const, x: 400, y: 600, status }];
        const bytes = await makeHandoverPdf(sampleHandover({ direction: 'in', damages, photos: [] }));
        const number = numbersOn(await readPdfText(bytes, 1))[0];
        if (!number) throw new Error('no mark');
        const [x, y] = [number.x + number.width / 2, 841.89 - number.y - number.size * 0.36];
        const toMm = 25.4 / 72;
        const part = { left: (x - 4) * toMm, top: (y - 4) * toMm, width: 8 * toMm, height: 8 * toMm };
        const { data } = await renderPdfPage(bytes, 1, 300, part);
        let luminance = 0;
        for (let at = 0; at < data.length; at += 4) {
          luminance += 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
        }
        return luminance / (data.length / 4);
      }),
    );
    expect(shades[0]).toBeGreaterThan(190);
    expect(shades[1]).toBeLessThan(130);
  });
});

describe('forty damages, 24 photos and the longest names', () => {
  test.each(languages)('%s: flow over pages, nothing cut off or drawn over', async (language) => {
    const pages = await pagesOf(await makeHandoverPdf(large({ language })));
    for (const texts of pages) expect(layoutFaults(texts)).toEqual([]);
    const words = handoverTexts[language];
    const all = pages.map(textOf).join('\n');
    for (let number = 1; number <= 24; number += 1) expect(all).toContain(words.photo(number));
    expect(all.match(/W{10,}/g)?.length).toBeGreaterThan(40);
    const [, second = ''] = pages.map(textOf);
    expect(second).toContain(`ZRH-A-26-00042 · Limmat Autovermietung AG`);
  });

  test('all photos are embedded, each once, and none is parted from its caption', async () => {
    const bytes = await makeHandoverPdf(large());
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    const images = file.context
      .enumerateIndirectObjects()
      .filter(
        ([, object]) =>
          object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'),
      );
    // Of a PNG the alpha channel may be an image of its own.
    expect(images.length).toBeGreaterThanOrEqual(24);
    const counts = await Promise.all(
      file.getPages().map(async (page, at) => {
        const drawn = page.node.Resources()?.lookup(PDFName.of('XObject'));
        const captions = (await readPdfText(bytes, at + 1)).filter(({ text }) => /^Foto \d+/.test(text));
        return [
          drawn && 'keys' in drawn ? (drawn as { keys(): unknown[] }).keys().length : 0,
          captions.length,
        ];
      }),
    );
    for (const [drawn, captions] of counts) expect(drawn).toBe(captions);
    expect(counts.reduce((sum, [, captions]) => sum + (captions ?? 0), 0)).toBe(24);
  });
});

describe('the file', () => {
  test('is the same to the byte for the same paper, and another for another photo', async () => {
    const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const first = hashOf(await makeHandoverPdf(large()));
    await makeHandoverPdf(sampleHandover({ language: 'fr' }));
    expect(hashOf(await makeHandoverPdf(large()))).toBe(first);
    const [photo, ...rest] = manyPhotos(24);
    if (!photo) throw new Error('a photo');
    const other = large({ photos: [{ ...photo, image: samplePhoto(99) }, ...rest] });
    expect(hashOf(await makeHandoverPdf(other))).not.toBe(first);
  });

  test('says what it is', async () => {
    const bytes = await makeHandoverPdf(sampleHandover({ language: 'it', direction: 'in' }));
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(file.getTitle()).toBe('Verbale di riconsegna ZRH-A-26-00042');
    expect(file.getCreationDate()?.toISOString()).toBe('2026-11-23T14:03:00.000Z');
    expect(file.catalog.get(PDFName.of('Lang'))?.toString()).toBe('(it-CH)');
  });
});
