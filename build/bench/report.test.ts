import { describe, expect, it } from 'vitest';
import { isWithin, readingText, spread, tableText, value } from './report.ts';

const times = spread({ runs: 50, p50: 4.127, p95: 12.34, max: 40 });

describe('the report', () => {
  it('judges times by their p95, or by their median where the budget says so', () => {
    expect(isWithin({ measured: times, budget: { atMost: 12.34 } })).toBe(true);
    expect(isWithin({ measured: times, budget: { atMost: 12 } })).toBe(false);
    expect(isWithin({ measured: times, budget: { atMost: 5, of: 'p50' } })).toBe(true);
    expect(isWithin({ measured: value('MB', 151), budget: { atMost: 150 } })).toBe(false);
    expect(isWithin({ measured: times })).toBeNull();
  });

  it('prints figures short and aligned', () => {
    expect(readingText(times)).toBe('4.13 / 12.3 ms');
    expect(readingText(value('s', 104.6))).toBe('105 s');
    expect(tableText([['a', 'b'], ['long', '✓']])).toBe('a    | b\n-----|--\nlong | ✓');
  }); // prettier-ignore
});
