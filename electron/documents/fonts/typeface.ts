import fontkit, { type Font, type Glyph, type TypeFeatures } from '@pdf-lib/fontkit';
import { type FontName, readFontFile } from './font-files.ts';
import { fontSubset } from './subset-font.ts';

/** A parsed font with the few questions that setting a text asks. Sizes and widths in points. */
export interface Typeface {
  readonly name: FontName;
  readonly postscriptName: string;
  readonly bytes: Uint8Array;
  /** For pdf-lib's embedder; its `layout` shapes exactly as `kerning` and `width` measure. */
  readonly font: Font;
  /** Kerning after each character but the last, in thousandths of the size; 0 for most pairs. */
  kerning(text: string): readonly number[];
  width(text: string, size: number): number;
  has(character: string): boolean;
}

const loaded = new Map<FontName, Typeface>();

/** Parses a font once per process: parsing and the first kerning of each pair are most of a paper's cost. */
export function typeface(name: FontName): Typeface {
  const known = loaded.get(name);
  if (known) return known;
  const made = load(name);
  loaded.set(name, made);
  return made;
}

/**
 * Shaping is deliberately plain: one glyph per character, tabular figures, pair kerning; no ligatures and no contextual
 * forms. It is enough for our scripts, fast, and the text can be copied out of the PDF letter by letter.
 */
const plain: TypeFeatures = {
  calt: false,
  liga: false,
  clig: false,
  rlig: false,
  ccmp: false,
  mark: false,
  mkmk: false,
};

function load(name: FontName): Typeface {
  const bytes = readFontFile(name);
  const font = fontkit.create(bytes);
  const shape = font.layout.bind(font);
  const perMille = 1000 / font.unitsPerEm;

  const figures = tabularFigures(font, shape);
  const glyphOf = (character: string): Glyph =>
    figures.get(character) ?? font.glyphForCodePoint(character.codePointAt(0) ?? 0);

  const pairs = new Map<string, number>();
  const kerningOf = (pair: string): number => {
    const known = pairs.get(pair);
    if (known !== undefined) return known;
    const run = shape(pair, plain);
    const [glyph] = run.glyphs;
    const [position] = run.positions;
    const kerning = glyph && position ? Math.round((position.xAdvance - glyph.advanceWidth) * perMille) : 0;
    pairs.set(pair, kerning);
    return kerning;
  };

  const kerning = (text: string): readonly number[] => {
    const characters = Array.from(text);
    return characters.slice(0, -1).map((character, at) => {
      const next = characters[at + 1] ?? '';
      // Figures must stay in their columns.
      return figures.has(character) || figures.has(next) ? 0 : kerningOf(character + next);
    });
  };

  font.createSubset = () => fontSubset(bytes);
  font.layout = (text) => {
    const glyphs = Array.from(text, glyphOf);
    return { ...emptyRun, glyphs };
  };

  return {
    name,
    postscriptName: font.postscriptName ?? name,
    bytes,
    font,
    kerning,
    width(text, size) {
      let units = 0;
      for (const character of text) units += glyphOf(character).advanceWidth * perMille;
      for (const adjustment of kerning(text)) units += adjustment;
      return (units * size) / 1000;
    },
    has: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  };
}

/** Figures of one width, with the digit they stand for. Arimo's figures already are. */
function tabularFigures(font: Font, shape: Font['layout']): ReadonlyMap<string, Glyph> {
  const digits = '0123456789';
  const { glyphs } = shape(digits, { ...plain, tnum: true });
  return new Map(
    Array.from(digits, (digit, at) => {
      const glyph = glyphs[at] ?? font.glyphForCodePoint(digit.charCodeAt(0));
      // The text layer, which people copy and screen readers read, is written from this. fontkit keeps what a glyph was
      // first used for, and these also have private characters.
      glyph.codePoints = [digit.charCodeAt(0)];
      return [digit, glyph];
    }),
  );
}

const emptyBox = { minX: 0, minY: 0, maxX: 0, maxY: 0, width: 0, height: 0 };

/** pdf-lib's embedder reads nothing but the glyphs of a run. */
const emptyRun = {
  positions: [],
  script: 'latn',
  language: null,
  direction: 'ltr',
  features: {},
  advanceWidth: 0,
  advanceHeight: 0,
  bbox: emptyBox,
} as const satisfies Partial<ReturnType<Font['layout']>>;
