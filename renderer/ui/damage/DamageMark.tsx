import styles from './DamageSketch.module.css';
import type { SketchPoint } from './sketch-layout.ts';

export interface DamageMarkProps {
  readonly number: number;
  readonly kind: 'known' | 'found';
  readonly isSelected: boolean;
  /** Where the circle stands: on its point, or beside it where it had to make room. */
  readonly mark: SketchPoint;
  readonly radius: number;
  /** What it is, in words. */
  readonly title: string;
}

/** A numbered circle: known ones hollow, found ones yellow. */
export function DamageMark({ number, kind, isSelected, mark, radius, title }: DamageMarkProps) {
  return (
    <g className={styles['mark']} data-kind={kind} data-selected={isSelected} role="img" aria-label={title}>
      <title>{title}</title>
      {isSelected ? <circle className={styles['ring']} cx={mark[0]} cy={mark[1]} r={radius + 6} /> : null}
      <circle cx={mark[0]} cy={mark[1]} r={radius} />
      <text x={mark[0]} y={mark[1]} dy="0.36em">
        {number}
      </text>
    </g>
  );
}

/** From a mark that had to make room to the point it marks. Drawn before all marks, so that it hides none. */
export function DamageLeader({ mark, point }: { readonly mark: SketchPoint; readonly point: SketchPoint }) {
  if (Math.hypot(mark[0] - point[0], mark[1] - point[1]) < 1) return null;
  return (
    <g className={styles['leader']} aria-hidden="true">
      <line x1={point[0]} y1={point[1]} x2={mark[0]} y2={mark[1]} />
      <circle cx={point[0]} cy={point[1]} r={4} />
    </g>
  );
}
