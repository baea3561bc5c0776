import type { Instant } from '#shared/time/instant.ts';

/** How a bar looks; what it means is the screen's. */
export type BarTone = 'plain' | 'open' | 'solid' | 'alarm' | 'waiting' | 'blocked' | 'going';

/** A span of time in a row. */
export interface TimelineBar {
  readonly id: string;
  readonly title: string;
  readonly tone: BarTone;
  readonly startsAt: Instant;
  /** Until where it is drawn; null goes on. */
  readonly takenUntil: Instant | null;
  /** Whether hand and keyboard may take it elsewhere. */
  readonly isMovable: boolean;
}

/** A row of bars, the earliest first; without bars (null) a heading over those that follow. */
export interface TimelineRow<Bar extends TimelineBar = TimelineBar> {
  readonly key: string;
  readonly bars: readonly Bar[] | null;
}

/** What is asked of the bar under the cursor by keyboard: other days, another length, the row above or below. */
export type Nudge =
  | { readonly kind: 'shift'; readonly days: 1 | -1 }
  | { readonly kind: 'stretch'; readonly days: 1 | -1 }
  | { readonly kind: 'row'; readonly by: 1 | -1 };

/** Where a bar is being held: the whole of it, or one of its ends. */
export type Grip = 'whole' | 'start' | 'end';

/** A bar in a hand: so many days from where it stands, over a row. */
export interface BarDrag<Bar extends TimelineBar> {
  readonly bar: Bar;
  readonly grip: Grip;
  readonly days: number;
  /** Undefined where it is over none. */
  readonly rowKey: string | undefined;
}

/** Where a bar would go. */
export interface Ghost {
  readonly barId: string;
  readonly rowKey: string | null;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly isRefused: boolean;
}
