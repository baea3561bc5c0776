import { expect, test } from 'vitest';
import { unbroken } from './unbroken.ts';

test('numbers hold together in a sentence, words may end a line at their hyphen', () => {
  expect(unbroken('ZRH-A-26-00006')).toBe('ZRH‑A‑26‑00006');
  expect(unbroken('ZRH-A-26-00006 endete 7 min vorher, CHU-B-26-N00012 begann; Anna Meier-Frei fuhr.')).toBe(
    'ZRH‑A‑26‑00006 endete 7\u00a0min vorher, CHU‑B‑26‑N00012 begann; Anna Meier-Frei fuhr.',
  );
});

test.each([
  ['Bitte von und bis schreiben, wie 8-12 13.30-18.', 'Bitte von und bis schreiben, wie 8‑12 13.30‑18.'],
  ['Wie 7.30-12 13.30-18.30; leer ist geschlossen.', 'Wie 7.30‑12 13.30‑18.30; leer ist geschlossen.'],
  ['wie 079 123 45 67; mit + davor', 'wie 079_123_45_67; mit + davor'],
  ['wie +49 171 2345678.', 'wie +49_171_2345678.'],
  ['wie 24.12. 14:00, 14:30 oder +3 schreiben', 'wie 24.12._14:00, 14:30 oder +3 schreiben'],
  ['seit 24.12.2026 14:00 dort', 'seit 24.12.2026_14:00 dort'],
  ['Stand von 31’842 km. Stimmt das', 'Stand von 31’842_km. Stimmt das'],
  ['CHE-123.456.788, A4-Papier, 3 von 12', 'CHE-123.456.788, A4-Papier, 3 von 12'],
])('times and telephone numbers hold together too: %s', (text, held) => {
  expect(unbroken(text)).toBe(held.replaceAll('_', '\u00a0'));
});
