import {
  PDFArray,
  type PDFContext,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  type PDFFont,
  beginText,
  concatTransformationMatrix,
  drawObject,
  endText,
  popGraphicsState,
  pushGraphicsState,
  setFillingRgbColor,
  setFontAndSize,
  setTextMatrix,
} from 'pdf-lib';
import type { PaperImage } from '#shared/parties/paper-image.ts';
import type { Orientation } from '#shared/photos/photo-refusal.ts';
import type { FontName } from '../fonts/font-files.ts';
import { typeface } from '../fonts/typeface.ts';
import { type Colour, fromBottom, inPoints } from './measure.ts';
import { type Paint, type StrokeStyle, paintOperators } from './paint-operators.ts';
import { type PathStep, linePath, penPath, rectanglePath, roundedPath } from './paths.ts';
import type { Element, Role, Structure } from './structure.ts';

export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly colour: Colour;
  /** What text in this style is, when it is no plain paragraph. */
  readonly role?: 'H1' | 'H2' | 'H3';
}

export type Point = readonly [x: number, y: number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a sheet needs of its document: embedded fonts, pictures and the tree of what is read. */
export interface SheetDocument {
  readonly context: PDFContext;
  readonly structure: Structure;
  font(name: FontName): PDFFont;
  /** The name under which the document embeds a picture. */
  picture(image: PaperImage): string;
}

/** Where EXIF's eight orientations put a picture's left and lower side, in the unit square PDF draws pictures in. */
const turns: Readonly<Record<Orientation, readonly [number, number, number, number, number, number]>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

/** Content that carries no meaning: rules, grounds, the heads that later pages repeat. */
const artifact = Symbol('artifact');

/**
 * One A4 page while it is drawn. Coordinates run from the top left, in points. What is drawn first is read first by
 * screen readers and when text is copied, so callers draw in reading order. Text is marked as the part of the document's
 * structure that is open; lines and grounds are marked as artifacts, unless they make up a figure.
 */
export class Sheet {
  readonly fonts = new Set<FontName>();
  readonly pictures = new Set<string>();
  readonly #document: SheetDocument;
  readonly #page: number;
  #operators: PDFOperator[] = [];
  #marked: Element | typeof artifact | null = null;
  #marks = 0;
  #isArtifact = false;

  /** `page` is the sheet's position in the document, from 0. */
  constructor(document: SheetDocument, page: number) {
    this.#document = document;
    this.#page = page;
  }

  /** All that was drawn, for the page's content. */
  finish(): readonly PDFOperator[] {
    this.#mark(null);
    return this.#operators;
  }

  /** Draws something that is read before all the rest: a page's head, once the number of pages is known. */
  atStart(draw: () => void): void {
    this.#mark(null);
    const rest = this.#operators;
    this.#operators = [];
    this.#document.structure.atStart(draw);
    this.#mark(null);
    this.#operators.push(...rest);
  }

  /** What is drawn is a part of its own: a table, a row, a heading. */
  within(role: Role, draw: () => void): void {
    this.#document.structure.within(role, draw);
  }

  /** What is drawn continues a part that was begun, perhaps on an earlier page. */
  into(part: Element, draw: () => void): void {
    this.#document.structure.into(part, draw);
  }

  /** Begins a part that is drawn in pieces. */
  begin(role: Role): Element {
    return this.#document.structure.add(role);
  }

  /** What is drawn is a row of a table; `cells` says whether of its head or of its body. */
  row(cells: 'TH' | 'TD', draw: () => void): void {
    this.#document.structure.row(cells, draw);
  }

  /** In a row of a table what is drawn is a cell; anywhere else it is what it is. */
  cell(draw: () => void): void {
    this.#document.structure.cell(draw);
  }

  /** What is drawn is a picture; `alternative` says what it shows. */
  figure(alternative: string, draw: () => void): void {
    this.#document.structure.within('Figure', draw, alternative);
  }

  /** What is drawn is not read at all. */
  artifact(draw: () => void): void {
    const outer = this.#isArtifact;
    this.#isArtifact = true;
    draw();
    this.#isArtifact = outer;
  }

  /** One line of text, its baseline at `y`. */
  text(x: number, y: number, text: string, style: TextStyle): void {
    if (text === '') return;
    this.fonts.add(style.font);
    this.#document.structure.within(style.role ?? 'P', () => {
      this.#mark(this.#isArtifact ? artifact : this.#document.structure.current);
      this.#operators.push(
        beginText(),
        setFillingRgbColor(...style.colour),
        setFontAndSize(fontKey(style.font), style.size),
        setTextMatrix(1, 0, 0, 1, inPoints(x), fromBottom(y)),
        this.#show(text, style.font),
        endText(),
      );
    });
  }

  /** A picture turned upright into a box of its own proportions. */
  picture(image: PaperImage, box: Box, orientation: Orientation): void {
    const name = this.#document.picture(image);
    this.pictures.add(name);
    this.#markShape();
    const { width, height } = box;
    const [a, b, c, d, e, f] = turns[orientation];
    this.#operators.push(
      pushGraphicsState(),
      concatTransformationMatrix(
        inPoints(a * width),
        inPoints(b * height),
        inPoints(c * width),
        inPoints(d * height),
        inPoints(box.x + e * width),
        inPoints(fromBottom(box.y + height) + f * height),
      ),
      drawObject(name),
      popGraphicsState(),
    );
  }

  fillRectangles(
    rectangles: readonly (readonly [x: number, y: number, width: number, height: number])[],
    fill: Colour,
  ): void {
    const path = rectangles.flatMap(([x, y, width, height]) => rectanglePath({ x, y, width, height }));
    this.paint(path, { fill });
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.fillRectangles([[x, y, width, height]], colour);
  }

  polyline(points: readonly Point[], line: StrokeStyle): void {
    this.paint(linePath(points), { line });
  }

  /** For signatures: as a pen moves through the points. */
  curve(points: readonly Point[], style: StrokeStyle): void {
    this.paint(penPath(points), { line: { ...style, round: true } });
  }

  roundedRectangle(box: Box, radius: number, line: StrokeStyle): void {
    this.paint(roundedPath(box, radius), { line });
  }

  /** A path filled, drawn along its line, or both. */
  paint(path: readonly PathStep[], paint: Paint): void {
    if (path.length === 0) return;
    this.#markShape();
    this.#operators.push(...paintOperators(path, paint));
  }

  /** What follows belongs to `part`; `null` ends what is marked. Marks do not nest. */
  #mark(part: Element | typeof artifact | null): void {
    if (this.#marked === part) return;
    if (this.#marked !== null) this.#operators.push(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
    this.#marked = part;
    if (part === null) return;
    if (part === artifact) {
      this.#operators.push(PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]));
      return;
    }
    const id = this.#marks;
    this.#marks += 1;
    part.kids.push({ page: this.#page, id });
    const name = PDFName.of(part.role);
    this.#operators.push(
      PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [name, `<</MCID ${id}>>`]),
    );
  }

  #markShape(): void {
    const { current } = this.#document.structure;
    this.#mark(current.role === 'Figure' && !this.#isArtifact ? current : artifact);
  }

  /** Glyphs with pair kerning between them: `[<0012> 40 <0034>] TJ`. */
  #show(text: string, name: FontName): PDFOperator {
    const glyphs = this.#document.font(name).encodeText(text).asString();
    const kerning = typeface(name).kerning(text);
    const array = PDFArray.withContext(this.#document.context);
    let run = '';
    for (let at = 0; at * 4 < glyphs.length; at += 1) {
      run += glyphs.slice(at * 4, at * 4 + 4);
      const adjustment = kerning[at] ?? 0;
      if (adjustment === 0) continue;
      array.push(PDFHexString.of(run));
      array.push(PDFNumber.of(-adjustment));
      run = '';
    }
    if (run !== '') array.push(PDFHexString.of(run));
    return PDFOperator.of(PDFOperatorNames.ShowTextAdjusted, [array]);
  }
}

/** The font's name in the page's resources. */
export function fontKey(name: FontName): PDFName {
  return PDFName.of(name);
}
