import { expect, test } from 'vitest';
import { unbroken } from './unbroken.ts';

test('numbers hold together in a sentence, words may end a line at their hyphen', () => {
  expect(unbroken('ZRH-A-26-00006')).toBe('ZRH‑A‑26‑00006');
  expect(unbroken('ZRH-A-26-00006 endete 7 min vorher, CHU-B-26-N00012 begann; Anna Meier-Frei fuhr.')).toBe(
    'ZRH‑A‑26‑00006 endete 7 min vorher, CHU‑B‑26‑N00012 begann; Anna Meier-Frei fuhr.',
  );
});
