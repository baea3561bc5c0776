import { expect, test } from 'vitest';
import { type Trail, stopBefore, trailTo } from './trail.ts';

const walk = (...hrefs: string[]): Trail =>
  hrefs.reduce<Trail>((trail, href) => trailTo(trail, { path: href.split('?')[0] ?? '', href }), []);
const backFrom = (...hrefs: string[]) => stopBefore(walk(...hrefs), hrefs.at(-1)?.split('?')[0] ?? '')?.href;

test.each([
  [['/customers', '/customers?text=a', '/customers/1'], '/customers?text=a'],
  [['/', '/customers/1'], '/'],
  [['/customers?text=a', '/customers/1', '/contracts/2'], '/customers/1'],
  // What was only passed through is not come back to.
  [['/customers', '/customers/new', '/customers/1', '/customers/1/edit', '/customers/1'], '/customers'],
  [['/', '/check-out/new', '/check-out/3', '/contracts/2'], '/'],
  [['/customers', '/imports/customers', '/customers/1'], '/customers'],
  [['/customers/merge/7', '/customers/1'], undefined],
  // Round in a circle, the way does not grow.
  [['/fleet', '/fleet/1', '/contracts/2', '/customers/3', '/contracts/2'], '/fleet/1'],
  // A place of the rail begins anew.
  [['/customers', '/customers/1', '/invoices?state=open', '/invoices/4'], '/invoices?state=open'],
  [['/contracts/2'], undefined],
])('%j leads back to %s', (hrefs, before) => {
  expect(backFrom(...hrefs)).toBe(before);
});

test('what is not on the way yet was come to from its end', () => {
  expect(stopBefore(walk('/fleet'), '/fleet/1')?.href).toBe('/fleet');
});
