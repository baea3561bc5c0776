import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands, places } from '../commands/commands.ts';
import { newKey } from './new-key.ts';

const renderer = join(import.meta.dirname, '..', '..');
/** The screens that show a table of rows. */
const lists = globSync('**/*.tsx', { cwd: renderer })
  .map((path) => ({ path, source: readFileSync(join(renderer, path), 'utf8') }))
  .filter(({ path, source }) => source.includes('<DataTable') && !path.startsWith('gallery'));

/** Where a command leads. */
function targetOf(command: (typeof commands)[number]): string {
  let target = '';
  const navigate = (({ to }: { readonly to: string }) => void (target = to)) as never;
  command.run({ navigate } as never);
  return target;
}

test('the palette tells one key for what is new on a list: that of the list', () => {
  const told = commands.flatMap((command) => {
    if (command.group !== 'tasks') return [];
    const target = targetOf(command);
    const list = places.find(({ to }) => `${to}/new` === target);
    return list ? [{ keys: command.keys, list }] : [];
  });
  expect(told.map(({ list }) => list.name).toSorted()).toEqual(['customers', 'fines', 'fleet', 'invoices']);
  for (const { keys, list } of told) expect(keys).toBe(`${list.keys} ${newKey}`);
});

test('every list that leads to something new offers it by the button of all lists, and keeps its key free', () => {
  const adding = lists.filter(({ source }) => /\/new'|setOpen\('new'\)/.test(source));
  expect(adding.map(({ path }) => path).toSorted()).toEqual([
    'customers/Customers.tsx',
    'fines/FineList.tsx',
    'fleet/Fleet.tsx',
    'invoices/InvoiceList.tsx',
    'settings/master/MasterList.tsx',
  ]);
  const pathsOf = (some: typeof lists) => some.map(({ path }) => path);
  expect(pathsOf(adding.filter(({ source }) => !source.includes('<NewButton')))).toEqual([]);
  const byHand = new RegExp(
    `hotkey="${newKey}"|\\['${newKey}',|useHotkeys\\([^;]*\\b${newKey.toLowerCase()}:`,
  );
  expect(pathsOf(lists.filter(({ source }) => byHand.test(source)))).toEqual([]);
});
