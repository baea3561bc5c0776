import { expect, test, vi } from 'vitest';
import type { Connection } from './connection.ts';
import { LeasePool } from './lease-pool.ts';

function pool(atMost: number) {
  const closed: number[] = [];
  let opened = 0;
  const open = vi.fn<() => Connection>(() => {
    const number = ++opened;
    return { close: () => void closed.push(number) } as unknown as Connection;
  });
  const leases = new LeasePool({ open, atMost });
  const take = (): Connection | undefined => {
    let taken: Connection | undefined;
    leases.acquire((connection) => {
      taken = connection;
    });
    return taken;
  };
  return { leases, open, closed, take };
}

test('opens another connection only while all that are open are lent, and never too many', () => {
  const { leases, open, take } = pool(2);
  expect(open).not.toHaveBeenCalled();
  const first = take();
  if (!first) throw new Error('nothing was lent');
  leases.release(first);
  expect(take()).toBe(first);
  expect(leases.open).toHaveLength(1);
  expect(take()).not.toBe(first);
  expect(take()).toBeUndefined();
  expect(open).toHaveBeenCalledTimes(2);
});

test('lends what comes back to who has waited longest, and to nobody who has left', () => {
  const { leases, take } = pool(1);
  const only = take();
  if (!only) throw new Error('nothing was lent');
  const granted: string[] = [];
  const left = leases.acquire(() => granted.push('left'));
  leases.acquire(() => granted.push('first'));
  leases.acquire(() => granted.push('second'));
  if (!left) throw new Error('there is no place in the queue');
  expect([leases.cancel(left), leases.cancel(left)]).toEqual([true, false]);
  leases.release(only);
  expect(granted).toEqual(['first']);
  leases.release(only);
  expect(granted).toEqual(['first', 'second']);
});

test('closes what it has opened', () => {
  const { leases, closed, take } = pool(3);
  take();
  take();
  leases.close();
  expect(closed).toEqual([1, 2]);
});
