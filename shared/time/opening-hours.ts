import { type Result, ok, refuse } from '../result/result.ts';
import { parseTypedTime } from './parse-typed.ts';

/** When somebody is there, as `08:00` to `12:00`, by the wall clock; midnight at the end is `24:00`. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export type TypedSpansRefusal = {
  readonly code:
    | 'hours_form'
    /** One end of it is no time of day. */
    | 'hours_time'
    | 'hours_backwards'
    | 'hours_overlap';
};

/**
 * The opening hours of a day as people type them: `8-12 13.30-18`, `07:30–12:00, 13:30–18:30`, `0-24`. In the order of the day,
 * whatever the order they were typed in. A day without any is typed as nothing, which is not asked here.
 */
export function parseTypedSpans(text: string): Result<readonly Span[], TypedSpansRefusal> {
  const parts = text
    .trim()
    .replace(/\s*[-–—−]\s*/g, '-')
    .split(/[\s,;/+&]+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return refuse({ code: 'hours_form' });
  const spans: Span[] = [];
  for (const part of parts) {
    const ends = part.split('-');
    const [from = '', to = ''] = ends;
    if (ends.length !== 2 || from === '' || to === '') return refuse({ code: 'hours_form' });
    const [start, end] = [parseTypedTime(from), parseEnd(to)];
    if (!start.ok || !end.ok) return refuse({ code: 'hours_time' });
    if (end.value <= start.value) return refuse({ code: 'hours_backwards' });
    spans.push({ from: start.value, to: end.value });
  }
  const inOrder = spans.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const overlaps = inOrder.some(({ from }, at) => at > 0 && from < (inOrder[at - 1]?.to ?? ''));
  return overlaps ? refuse({ code: 'hours_overlap' }) : ok(inOrder);
}

/** `07:30–12:00, 13:30–18:30`; nothing for a day on which nobody is there. */
export function formatSpans(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}–${to}`).join(', ');
}

/** The day ends at midnight, which begins the next one: no time of this day. */
function parseEnd(text: string): Result<string> {
  return /^24(?:[:.h]?00)?$/.test(text) ? ok('24:00') : parseTypedTime(text);
}
