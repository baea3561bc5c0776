import styles from './BarChart.module.css';

export interface Bar {
  readonly key: string;
  /** Below the bar; not every one need be read: long rows show some. */
  readonly label: string;
  readonly value: number;
  /** Stands on the first, in another tone: what was held, beside what was rented. */
  readonly second?: number;
  /** The whole of it in words, for who points at it, and for who does not see it. */
  readonly text: string;
}

export interface BarChartProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** What the whole height stands for; the highest bar where nothing is said. */
  readonly most?: number;
}

const height = 150;
const labelsAtMost = 16;
/** So many bars have room for a gap between them. */
const gapsAtMost = 120;
/** As in the styles. */
const widestBar = 132;

/** Bars from left to right. The table below it says the same in figures; this is for seeing where it goes up and down. */
export function BarChart({ label, bars, most }: BarChartProps) {
  const top = Math.max(most ?? 0, ...bars.map(({ value, second = 0 }) => value + second), 1);
  const every = Math.ceil(bars.length / labelsAtMost);
  return (
    <figure className={styles['chart']} aria-label={label} data-dense={bars.length > gapsAtMost}>
      <div className={styles['bars']} style={{ height }}>
        {bars.map(({ key, value, second = 0, text }) => (
          <div key={key} className={styles['bar']} role="img" aria-label={text} title={text}>
            <span className={styles['second']} style={{ height: (second / top) * height }} />
            <span className={styles['first']} style={{ height: (Math.max(0, value) / top) * height }} />
          </div>
        ))}
      </div>
      <div className={styles['labels']} aria-hidden="true">
        {bars.map(({ key, label: below }, at) => {
          if (at % every !== 0) return null;
          // As wide as the bars until the next one that is named; at the end there may not be room for a name.
          const width = Math.min(every, bars.length - at);
          return (
            <span key={key} style={{ flexGrow: width, maxWidth: width * widestBar }}>
              {width * 2 > every ? below : ''}
            </span>
          );
        })}
      </div>
    </figure>
  );
}
