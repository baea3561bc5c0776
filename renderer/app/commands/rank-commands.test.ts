import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openMessages } from '../../messages/messages.ts';
import { commands, places } from './commands.ts';
import { rankCommands } from './rank-commands.ts';

const titled = (...titles: string[]) => titles.map((title) => ({ title }));
const found = (titles: readonly string[], text: string) =>
  rankCommands(titled(...titles), text).map(({ item, fit }) => [item.title, fit]);

test('whole words come before beginnings, and these before what words only hold', () => {
  expect(found(['Bankette', 'Hausbank', 'Zur Bank', 'Bank'], 'bank')).toEqual([
    ['Bank', 0],
    ['Zur Bank', 0],
    ['Bankette', 1],
    ['Hausbank', 2],
  ]);
});

test('the beginning of a title comes before what follows in it, the shorter title before the longer', () => {
  expect(found(['Neue Kundin', 'Kunden aus Datei einlesen', 'Kunden'], 'kun')).toEqual([
    ['Kunden', 1],
    ['Kunden aus Datei einlesen', 1],
    ['Neue Kundin', 1],
  ]);
});

test.each([
  ['muell', 'Müll'],
  ['MÜLL', 'Müll'],
  ['reglages', 'Réglages'],
  ['strasse', 'Straße'],
])('%s finds %s', (text, title) => {
  expect(rankCommands(titled(title), text)).toHaveLength(1);
});

test('every word has to fit, in any order; what it belongs to counts, but is never whole', () => {
  const item = { title: 'Kategorien', about: 'Einstellungen' };
  expect(rankCommands([item], 'einst kat').map(({ fit }) => fit)).toEqual([1]);
  expect(rankCommands([item], 'einstellungen').map(({ fit }) => fit)).toEqual([1]);
  expect(rankCommands([item], 'kategorien plan')).toEqual([]);
});

test('two letters within a word find nothing', () => {
  expect(found(['Hausbank'], 'an')).toEqual([]);
  expect(found(['Hausbank'], 'ban')).toEqual([['Hausbank', 2]]);
});

test('nothing typed is everything, as it stands', () => {
  expect(rankCommands(titled('b', 'a'), ' ').map(({ item }) => item.title)).toEqual(['b', 'a']);
});

test('whatever is typed, each is found once at most, and the fits only grow', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.string({ unit: 'grapheme' }),
      (titles, text) => {
        const ranked = rankCommands(titled(...titles), text);
        expect(new Set(ranked.map(({ item }) => item)).size).toBe(ranked.length);
        const fits = ranked.map(({ fit }) => fit);
        expect(fits).toEqual(fits.toSorted((one, other) => one - other));
      },
    ),
  );
});

test('a command is named once in each language, and has an id and keys of its own', async () => {
  const ids = commands.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const twoKeys = places.map(({ keys }) => keys);
  expect(new Set(twoKeys).size).toBe(twoKeys.length);
  for (const language of ['de', 'fr', 'it', 'en'] as const) {
    const { t } = await openMessages(language);
    const named = commands.map((one) => `${one.titleOf(t)} · ${one.aboutOf?.(t) ?? ''}`);
    expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([]);
  }
});

test('a viewer is offered nothing that writes, and nobody but managers the bank', () => {
  const offered = (role: 'viewer' | 'staff' | 'manager') =>
    commands.filter(({ isFor }) => isFor(role)).map(({ id }) => id);
  const writing = ['checkOut', 'reservation', 'customer', 'fine', 'invoice', 'openDrawer', 'closeDrawer'];
  const managing = ['vehicle', 'importCustomers', 'importFleet', 'bankFile', 'bank'];
  const from = (role: 'viewer' | 'staff' | 'manager', ids: readonly string[]) =>
    offered(role)
      .filter((id) => ids.includes(id))
      .toSorted();
  expect(from('viewer', [...writing, ...managing])).toEqual([]);
  expect(from('staff', managing)).toEqual([]);
  expect(from('staff', writing)).toEqual(writing.toSorted());
  expect(from('manager', managing)).toEqual(managing.toSorted());
});
