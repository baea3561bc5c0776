import fontkit from '@pdf-lib/fontkit';
import { expect, test } from 'vitest';
import { unprintableCharacters } from '#shared/parties/paper-text.ts';
import { foreignCharacters } from '#shared/qr-bill/characters.ts';
import { fontSubset } from './subset-font.ts';
import { typeface } from './typeface.ts';

/** Every character of the first planes that a rule lets through. U+0149 is deprecated and in few fonts. */
function permitted(refused: (text: string) => readonly string[]): readonly string[] {
  return Array.from({ length: 0x30_00 }, (_, code) => String.fromCodePoint(code)).filter(
    (character) => refused(character).length === 0 && character !== '\u0149',
  );
}

test.each(['text', 'strong'] as const)('%s has every character that papers accept', (name) => {
  const characters = permitted(unprintableCharacters);
  expect(characters.length).toBeGreaterThan(600);
  expect(characters.filter((character) => !typeface(name).has(character))).toEqual([]);
});

test.each(['bill', 'billStrong'] as const)('%s has every character of the QR-bill', (name) => {
  const characters = permitted(foreignCharacters);
  expect(characters.length).toBeGreaterThan(320);
  expect(characters.filter((character) => !typeface(name).has(character))).toEqual([]);
});

test.each(['text', 'strong', 'bill', 'billStrong'] as const)(
  'in %s no two characters share a glyph',
  (name) => {
    // Otherwise the text layer of one paper would depend on the papers made before it.
    const { font } = typeface(name);
    const ids = permitted(unprintableCharacters)
      .filter((character) => typeface(name).has(character))
      .map((character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0).id);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

test.each(['text', 'bill'] as const)('a subset of %s draws every letter as the whole font does', (name) => {
  const { bytes, font } = typeface(name);
  const subset = fontSubset(bytes);
  const characters = permitted(foreignCharacters);
  const ids = characters.map((character) => {
    const { id } = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    return { id, subsetId: subset.includeGlyph(id) };
  });
  const parts: Uint8Array[] = [];
  subset.encodeStream().on('data', (data) => parts.push(data));
  const cut = fontkit.create(Buffer.concat(parts));
  for (const { id, subsetId } of ids) {
    expect(cut.getGlyph(subsetId).path.toSVG()).toBe(font.getGlyph(id).path.toSVG());
    expect(cut.getGlyph(subsetId).advanceWidth).toBe(font.getGlyph(id).advanceWidth);
  }
  expect(Buffer.concat(parts).length).toBeLessThan(bytes.length / 2);
});

test('figures are of one width, so that amounts stand under each other', () => {
  for (const name of ['text', 'strong', 'bill'] as const) {
    const widths = new Set(Array.from('0123456789', (digit) => typeface(name).width(digit, 10)));
    expect(widths.size).toBe(1);
  }
  expect(typeface('text').width('1’111.11', 9)).toBeCloseTo(typeface('text').width('8’888.88', 9), 6);
});

test('letters are kerned', () => {
  const { width } = { width: (text: string) => typeface('text').width(text, 10) };
  expect(width('AV')).toBeLessThan(width('A') + width('V'));
});
