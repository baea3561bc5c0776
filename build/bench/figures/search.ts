import { spreadOf } from '../measure.ts';
import { type Report, spread } from '../report.ts';
import type { CounterPage } from '../scene/counter-page.ts';

export interface SearchedBy {
  readonly name: string;
  readonly times: readonly number[];
  readonly hits: number;
}

/** The texts one after the other, from the page and back. */
export async function searchBy(
  name: string,
  counter: CounterPage,
  texts: readonly string[],
): Promise<SearchedBy> {
  return { name, ...(await counter.call('search', texts)) };
}

/** Everybody must find the same, or they did not do the same work. */
export function addSearch(
  report: Report,
  contracts: number,
  ours: SearchedBy,
  peers: readonly SearchedBy[],
): void {
  for (const { name, hits } of peers)
    if (hits !== ours.hits) throw new Error(`${name} found ${hits}, we found ${ours.hits}`);
  report.add({
    name: 'search',
    what: `search over ${contracts.toLocaleString('en')} contracts`,
    measured: spread(spreadOf(ours.times)),
    budget: { atMost: 10 },
    peers: peers.map((peer) => ({ name: peer.name, measured: spread(spreadOf(peer.times)) })),
    note: `${ours.times.length} texts of names, plates, telephone and contract numbers, ${ours.hits} finds; asked in the page, transport included`,
  });
}
