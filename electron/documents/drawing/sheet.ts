import {
  LineCapStyle,
  LineJoinStyle,
  PDFArray,
  type PDFContext,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  type PDFFont,
  appendBezierCurve,
  beginText,
  closePath,
  endText,
  fill,
  lineTo,
  moveTo,
  popGraphicsState,
  pushGraphicsState,
  setDashPattern,
  setFillingRgbColor,
  setFontAndSize,
  setLineCap,
  setLineJoin,
  setLineWidth,
  setStrokingRgbColor,
  setTextMatrix,
  stroke,
} from 'pdf-lib';
import type { FontName } from '../fonts/font-files.ts';
import { typeface } from '../fonts/typeface.ts';
import { type Colour, a4 } from './measure.ts';

export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly colour: Colour;
}

export interface StrokeStyle {
  readonly width: number;
  readonly colour: Colour;
  readonly dash?: readonly number[];
  readonly round?: boolean;
}

export type Point = readonly [x: number, y: number];

/** What a sheet needs of its document: the embedded fonts. */
export interface SheetDocument {
  readonly context: PDFContext;
  font(name: FontName): PDFFont;
}

/**
 * One A4 page while it is drawn. Coordinates run from the top left, in points. What is drawn first is read first by
 * screen readers and when text is copied, so callers draw in reading order.
 */
export class Sheet {
  operators: PDFOperator[] = [];
  readonly fonts = new Set<FontName>();
  readonly #document: SheetDocument;

  constructor(document: SheetDocument) {
    this.#document = document;
  }

  /** Draws something that is read before all the rest: a page's head, once the number of pages is known. */
  atStart(draw: () => void): void {
    const rest = this.operators;
    this.operators = [];
    draw();
    this.operators.push(...rest);
  }

  /** One line of text, its baseline at `y`. */
  text(x: number, y: number, text: string, style: TextStyle): void {
    if (text === '') return;
    this.fonts.add(style.font);
    this.operators.push(
      beginText(),
      setFillingRgbColor(...style.colour),
      setFontAndSize(fontKey(style.font), style.size),
      setTextMatrix(1, 0, 0, 1, round(x), this.#up(y)),
      this.#show(text, style.font),
      endText(),
    );
  }

  fillRectangles(
    rectangles: readonly (readonly [x: number, y: number, width: number, height: number])[],
    colour: Colour,
  ): void {
    this.operators.push(setFillingRgbColor(...colour));
    for (const [x, y, width, height] of rectangles) {
      const [left, right, top, bottom] = [round(x), round(x + width), this.#up(y), this.#up(y + height)];
      this.operators.push(
        moveTo(left, bottom),
        lineTo(right, bottom),
        lineTo(right, top),
        lineTo(left, top),
        closePath(),
      );
    }
    this.operators.push(fill());
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.fillRectangles([[x, y, width, height]], colour);
  }

  polyline(points: readonly Point[], style: StrokeStyle): void {
    this.#stroked(style, () => {
      for (const [at, [x, y]] of points.entries()) {
        this.operators.push(at === 0 ? moveTo(round(x), this.#up(y)) : lineTo(round(x), this.#up(y)));
      }
    });
  }

  /** Through the middles of a polyline's sides, as a pen moves; for signatures. A single point is a dot. */
  curve(points: readonly Point[], style: StrokeStyle): void {
    const [first] = points;
    if (!first) return;
    this.#stroked({ ...style, round: true }, () => {
      let [x, y] = first;
      this.operators.push(moveTo(round(x), this.#up(y)));
      for (const [at, point] of points.entries()) {
        const next = points[at + 1];
        const [toX, toY] = next ? [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2] : point;
        // A quadratic curve with the point itself as control, written as PDF's cubic.
        this.operators.push(
          appendBezierCurve(
            round(x + (2 / 3) * (point[0] - x)),
            this.#up(y + (2 / 3) * (point[1] - y)),
            round(toX + (2 / 3) * (point[0] - toX)),
            this.#up(toY + (2 / 3) * (point[1] - toY)),
            round(toX),
            this.#up(toY),
          ),
        );
        [x, y] = [toX, toY];
      }
    });
  }

  roundedRectangle(
    box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    radius: number,
    style: StrokeStyle,
  ): void {
    const { x, y, width, height } = box;
    const k = radius * 0.4477; // 1 - 0.5523: how far a Bézier's control lies from the corner
    const [right, bottom] = [x + width, y + height];
    const corner = (a: Point, b: Point, to: Point) =>
      appendBezierCurve(
        round(a[0]),
        this.#up(a[1]),
        round(b[0]),
        this.#up(b[1]),
        round(to[0]),
        this.#up(to[1]),
      );
    this.#stroked(style, () => {
      this.operators.push(
        moveTo(round(x + radius), this.#up(y)),
        lineTo(round(right - radius), this.#up(y)),
        corner([right - k, y], [right, y + k], [right, y + radius]),
        lineTo(round(right), this.#up(bottom - radius)),
        corner([right, bottom - k], [right - k, bottom], [right - radius, bottom]),
        lineTo(round(x + radius), this.#up(bottom)),
        corner([x + k, bottom], [x, bottom - k], [x, bottom - radius]),
        lineTo(round(x), this.#up(y + radius)),
        corner([x, y + k], [x + k, y], [x + radius, y]),
        closePath(),
      );
    });
  }

  #stroked(style: StrokeStyle, path: () => void): void {
    this.operators.push(
      pushGraphicsState(),
      setLineWidth(style.width),
      setStrokingRgbColor(...style.colour),
      ...(style.dash ? [setDashPattern([...style.dash], 0)] : []),
      ...(style.round ? [setLineCap(LineCapStyle.Round), setLineJoin(LineJoinStyle.Round)] : []),
    );
    path();
    this.operators.push(stroke(), popGraphicsState());
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

  /** PDF counts from the bottom. */
  #up(y: number): number {
    return round(a4.height - y);
  }
}

/** The font's name in the page's resources. */
export function fontKey(name: FontName): PDFName {
  return PDFName.of(name);
}

/** A hundredth of a point is 3.5 micrometres: finer than any printer, and it keeps the file small. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
