import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Signature } from '#shared/contracts/contract-paper-signature.ts';
import { CheckBox } from './fields/CheckBox.tsx';
import styles from './SignaturePad.module.css';

export interface SignaturePadProps {
  readonly label: string;
  readonly hint: string;
  readonly clearLabel: string;
  /** The other way, for who has no pointer, or cannot write on a screen. */
  readonly paper: {
    readonly label: string;
    readonly hint: string;
    /** Said where the pad was. */
    readonly instead: string;
  };
  readonly value: Signature | null;
  readonly onChange: (signature: Signature | null) => void;
}

/** The pad's own pixels: strokes are kept in these, whatever the window's size. */
const width = 600;
const height = 180;

type Point = [number, number];

/**
 * A signature by pen, finger or mouse, kept as strokes. Delete and Backspace clear it. Points closer than a pixel to the
 * last one are left out. Or none: the print is signed by hand, which a key says, and which is kept as that.
 */
export function SignaturePad({ label, hint, clearLabel, paper, value, onChange }: SignaturePadProps) {
  const stroke = useRef<Point[] | null>(null);
  const isOnPaper = value?.onPaper === true;
  const strokes = value === null || value.onPaper === true ? [] : value.strokes;

  const pointOf = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = (at: number, from: number, size: number, whole: number): number =>
      Math.min(whole, Math.max(0, Math.round(((at - from) / size) * whole)));
    return [
      scale(event.clientX, box.left, box.width, width),
      scale(event.clientY, box.top, box.height, height),
    ];
  };
  const show = (points: readonly Point[]): void => {
    onChange({ width, height, strokes: [...strokes.slice(0, strokesBefore.current), [...points]] });
  };
  const strokesBefore = useRef(0);

  const onPointerDown = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    strokesBefore.current = strokes.length;
    stroke.current = [pointOf(event)];
    show(stroke.current);
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>): void => {
    const points = stroke.current;
    if (!points) return;
    const point = pointOf(event);
    const last = points.at(-1);
    if (last && last[0] === point[0] && last[1] === point[1]) return;
    points.push(point);
    show(points);
  };
  const onPointerUp = (): void => {
    stroke.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Delete' || event.key === 'Backspace') onChange(null);
  };

  return (
    <div className={styles['frame']}>
      {isOnPaper ? (
        <p className={styles['instead']}>{paper.instead}</p>
      ) : (
        // A drawing surface has no element of its own; the keyboard can clear it, and the label says what it is.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <svg
          className={styles['pad']}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={label}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
          onKeyDown={onKeyDown}
        >
          <line className={styles['base']} x1={24} x2={width - 24} y1={height - 40} y2={height - 40} />
          {strokes.map((points, index) => (
            <polyline
              key={index}
              className={styles['stroke']}
              points={points.map((point) => point.join(',')).join(' ')}
            />
          ))}
        </svg>
      )}
      {/* The box under it stays where it is, whichever is chosen. */}
      <div className={styles['below']}>
        {isOnPaper ? null : (
          <>
            <span>{hint}</span>
            <button
              type="button"
              className={styles['clear']}
              disabled={!value}
              onClick={() => onChange(null)}
            >
              {clearLabel}
            </button>
          </>
        )}
      </div>
      <CheckBox
        isSelected={isOnPaper}
        onChange={(isChosen) => onChange(isChosen ? { onPaper: true } : null)}
        hint={paper.hint}
      >
        {paper.label}
      </CheckBox>
    </div>
  );
}
