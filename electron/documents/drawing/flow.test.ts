import { expect, test } from 'vitest';
import { readPdfText, countPdfPages } from '#build/pdf/render-page.ts';
import { instant } from '#shared/time/instant.ts';
import { paragraph } from './block.ts';
import { Flow, contentWidth } from './flow.ts';
import { PaperFile } from './paper-file.ts';
import { styles } from './styles.ts';

/** A heading, so many lines and a foot, where so many points are left on the page: the lines of each page. */
async function placed(count: number, room: number): Promise<readonly (readonly string[])[]> {
  const file = await PaperFile.open({
    title: 'Test',
    author: 'Test',
    subject: '',
    language: 'de-CH',
    createdAt: instant('2026-11-20T13:30:00.000Z'),
    fingerprint: '',
  });
  const flow = new Flow(file, 100);
  flow.y += flow.room - room;
  const text = Array.from({ length: count }, (_, at) => `Zeile ${at + 1}`).join('\n');
  const heading = paragraph('Bemerkungen', styles.label, { width: contentWidth });
  const foot = paragraph('Unterschrift', styles.label, { width: contentWidth });
  flow.placeText(text, styles.body, contentWidth, { heading, foot });
  const bytes = await file.finish();
  const pages = Array.from({ length: await countPdfPages(bytes) }, (_, at) => readPdfText(bytes, at + 1));
  return (await Promise.all(pages)).map((texts) => texts.map((one) => one.text));
}

test.each([1, 2, 3, 4, 7])(
  'of %i lines none is alone on a page, nor their heading or foot, whatever room is left',
  async (count) => {
    for (let room = 0; room < 110; room += 4) {
      const pages = (await placed(count, room)).filter((lines) => lines.length > 0);
      const lines = pages.flat();
      expect(lines).toHaveLength(count + 2);
      for (const page of pages) {
        const body = page.filter((line) => line.startsWith('Zeile'));
        expect(body.length, `${count} lines, room ${room}`).toBeGreaterThanOrEqual(Math.min(count, 2));
      }
    }
  },
);
