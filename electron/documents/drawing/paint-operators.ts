import {
  LineCapStyle,
  LineJoinStyle,
  PDFOperator,
  PDFOperatorNames,
  appendBezierCurve,
  closePath,
  lineTo,
  moveTo,
  popGraphicsState,
  pushGraphicsState,
  setDashPattern,
  setFillingRgbColor,
  setLineCap,
  setLineJoin,
  setLineWidth,
  setStrokingRgbColor,
} from 'pdf-lib';
import { type Colour, fromBottom, inPoints } from './measure.ts';
import type { PathStep } from './paths.ts';

export interface StrokeStyle {
  readonly width: number;
  readonly colour: Colour;
  readonly dash?: readonly number[];
  readonly round?: boolean;
}

export interface Paint {
  readonly fill?: Colour;
  readonly line?: StrokeStyle;
  /** Whether a part within another part is a hole (the even-odd rule); otherwise all of it is filled. */
  readonly holes?: boolean;
}

/** What paints a path, in PDF's words; colours and widths end with it. */
export function paintOperators(
  path: readonly PathStep[],
  { fill, line, holes = false }: Paint,
): readonly PDFOperator[] {
  return [
    pushGraphicsState(),
    ...(fill ? [setFillingRgbColor(...fill)] : []),
    ...(line ? strokeOperators(line) : []),
    ...path.map(stepOperator),
    PDFOperator.of(painting(fill !== undefined, line !== undefined, holes)),
    popGraphicsState(),
  ];
}

function stepOperator({ command, points: [one, two, end] }: PathStep): PDFOperator {
  if (command === 'Z' || !one) return closePath();
  const [x, y] = [inPoints(one[0]), fromBottom(one[1])];
  if (command === 'M') return moveTo(x, y);
  if (command === 'L' || !two || !end) return lineTo(x, y);
  return appendBezierCurve(x, y, inPoints(two[0]), fromBottom(two[1]), inPoints(end[0]), fromBottom(end[1]));
}

/** The operator that paints a path (ISO 32000-1, 8.5.3). */
function painting(isFilled: boolean, isDrawn: boolean, holes: boolean): PDFOperatorNames {
  if (!isFilled) return PDFOperatorNames.StrokePath;
  if (holes) return isDrawn ? PDFOperatorNames.FillEvenOddAndStroke : PDFOperatorNames.FillEvenOdd;
  return isDrawn ? PDFOperatorNames.FillNonZeroAndStroke : PDFOperatorNames.FillNonZero;
}

function strokeOperators({ width, colour, dash, round }: StrokeStyle): readonly PDFOperator[] {
  return [
    setLineWidth(width),
    setStrokingRgbColor(...colour),
    ...(dash ? [setDashPattern([...dash], 0)] : []),
    ...(round ? [setLineCap(LineCapStyle.Round), setLineJoin(LineJoinStyle.Round)] : []),
  ];
}
