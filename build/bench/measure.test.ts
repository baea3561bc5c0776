import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile, spreadOf, timesOf } from './measure.ts';

describe('percentiles', () => {
  it.each([
    [0.5, 50],
    [0.95, 95],
    [0.99, 99],
    [1, 100],
    [0.001, 1],
  ])('of 1 to 100: %d is %d', (share, expected) => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(values, share)).toBe(expected);
  });

  it('of few values are the slow ones, never between two', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ runs: 3, p50: 2, p95: 3, max: 3 });
    expect(spreadOf([7])).toEqual({ runs: 1, p50: 7, p95: 7, max: 7 });
    expect(percentile([1, 10], 0.5)).toBe(1);
  });

  it('are measured values that at least so many do not exceed', () => {
    const share = fc.double({ min: 0, minExcluded: true, max: 1, noNaN: true });
    const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, share, (all, part) => {
        const found = percentile(all, part);
        expect(all).toContain(found);
        expect(all.filter((value) => value <= found).length).toBeGreaterThanOrEqual(all.length * part);
        expect(all.filter((value) => value < found).length).toBeLessThan(all.length * part);
      }),
    );
  });

  it('of nothing, or of no share, are a mistake', () => {
    expect(() => percentile([], 0.5)).toThrow('nothing was measured');
    expect(() => percentile([1], 0)).toThrow('not a share');
    expect(() => percentile([1], 1.1)).toThrow('not a share');
  });

  it('come from one run after the other', async () => {
    let running = 0;
    const seen: number[] = [];
    const times = await timesOf(3, async (run) => {
      running += 1;
      await Promise.resolve();
      seen.push(run * 10 + running);
      running -= 1;
    });
    expect(seen).toEqual([1, 11, 21]);
    expect(times).toHaveLength(3);
  });

  it('stop when the limit is over, but not before the first', async () => {
    expect(await timesOf(50, () => Promise.resolve(), 0)).toHaveLength(1);
  });
});
