import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toasts } from './toasts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const texts = (toasts: Toasts) => toasts.shown.map(({ text }) => text);

test('what was done leaves by itself, a problem stays until it is dismissed', () => {
  const toasts = new Toasts();
  toasts.say({ kind: 'done', text: 'saved' });
  toasts.say({ kind: 'problem', text: 'failed' });
  vi.advanceTimersByTime(7_900);
  expect(texts(toasts)).toEqual(['saved', 'failed']);
  vi.advanceTimersByTime(200);
  expect(texts(toasts)).toEqual(['failed']);
  vi.advanceTimersByTime(3_600_000);
  toasts.dismiss(toasts.shown[0]?.key ?? 0);
  expect(texts(toasts)).toEqual([]);
});

test('a message that somebody is at stays, and leaves after they left', () => {
  const toasts = new Toasts();
  toasts.say({ kind: 'done', text: 'saved' });
  const key = toasts.shown[0]?.key ?? 0;
  toasts.hold(key);
  vi.advanceTimersByTime(60_000);
  expect(texts(toasts)).toEqual(['saved']);
  toasts.release(key);
  vi.advanceTimersByTime(8_000);
  expect(texts(toasts)).toEqual([]);
});

test('of many the last three are shown, and listeners are told', () => {
  const toasts = new Toasts();
  const told = vi.fn<() => void>();
  const stop = toasts.subscribe(told);
  for (const text of ['1', '2', '3', '4', '5']) toasts.say({ kind: 'done', text });
  expect(texts(toasts)).toEqual(['3', '4', '5']);
  expect(told).toHaveBeenCalledTimes(5);
  stop();
  vi.advanceTimersByTime(8_000);
  expect(texts(toasts)).toEqual([]);
  expect(told).toHaveBeenCalledTimes(5);
});
