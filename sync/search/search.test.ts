import { type PowerSyncDatabase, Schema, Table, column } from '@powersync/web';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { counterSchema } from '#sync/schema/counter-schema.ts';
import { localTables } from '#sync/schema/local-tables.ts';
import { syncedTables } from '#sync/schema/synced-tables.generated.ts';

import { type TestCounter, connectTo, openCounter } from '../replica/host/testing/open-counter.ts';
import { openDatabase } from '../replica/open-database.ts';
import { RemoteAdapter } from '../replica/remote-adapter.ts';
import { installSearchIndex, installSearchIndexWhenSynced } from './install-search-index.ts';
import { type SearchHit, searchQuery } from './search-query.ts';
import { createSearch, followEntries, sourceSql } from './search-sql.ts';

let counter: TestCounter;
let db: PowerSyncDatabase;

beforeEach(async () => {
  counter = await openCounter(counterSchema);
  db = counter.db;
});

afterEach(() => counter.close());

async function search(text: string, limit = 20): Promise<SearchHit[]> {
  const query = searchQuery(text, limit);
  return query ? db.getAll<SearchHit>(query.sql, query.parameters) : [];
}

async function titles(text: string): Promise<string[]> {
  return (await search(text)).map(({ title }) => title);
}

/** As the sync writes: past the views. */
async function sync(table: string, id: string, data: object): Promise<void> {
  await db.execute(`INSERT OR REPLACE INTO ps_data__${table} (id, data) VALUES (?, ?)`, [
    id,
    JSON.stringify(data),
  ]);
}

async function fill(): Promise<void> {
  await sync('customers', 'c1', { kind: 'person', first_name: 'Jürg', last_name: 'Müller', phone: '+41792148803', town: 'Zürich', postal_code: '8001' });
  await sync('customers', 'c2', { kind: 'person', first_name: 'Anna', last_name: 'Mueller', phone: '+41441112233', town: 'Chur', email: 'anna@example.ch' });
  await sync('customers', 'c3', { kind: 'company', company_name: 'Großstraß AG', first_name: '', last_name: '', phone: '', town: 'Genève' });
  await sync('customers', 'c4', { kind: 'person', first_name: 'Zoé', last_name: 'Baeriswyl-Neuenschwander', phone: '+33612345678', town: 'Bern' });
  await sync('vehicles', 'v1', { plate: 'ZH 731204', vin: 'WVWZZZ1JZ3W386752', make: 'Škoda', model: 'Octavia Combi' });
  await sync('vehicles', 'v2', { plate: 'ZH 73120', vin: 'WAUZZZ8K9BA123456', make: 'Audi', model: 'A4' });
  await sync('contracts', 'k1', { number: 'ZRH-A-26-00042', status: 'out', customer_name: 'Jürg Müller', plate: 'ZH 731204' });
  await sync('invoices', 'i1', { number: 'ZRH-B-25-R00017', recipient: '{"name":"Gasser Elektro AG"}', reference: '210000000003139471430009017' });
  await sync('contracts', 'k2', { status: 'reserved', customer_name: 'Anna Mueller', plate: '' });
} // prettier-ignore

describe('the search box finds', () => {
  beforeEach(async () => {
    await fill();
    await installSearchIndex(db);
  });

  it.each([
    ['müller', ['Jürg Müller', 'Anna Mueller']],
    ['mueller', ['Jürg Müller', 'Anna Mueller']],
    ['MUELLER an', ['Anna Mueller']],
    ['muller', ['Jürg Müller']],
    ['mulelr', ['Jürg Müller']],
    ['mülelr', ['Jürg Müller']],
    ['Brnuner', []],
    ['Neuenshcw', ['Zoé Baeriswyl-Neuenschwander']],
    ['ZRH-B-25-R00017', ['ZRH-B-25-R00017']],
    ['210000000003139471430009017', ['ZRH-B-25-R00017']],
    ['21 00000 00003 13947 14300 09017', ['ZRH-B-25-R00017']],
    ['gasser', ['ZRH-B-25-R00017']],
    ['jurg', ['Jürg Müller']],
    ['mü zü', ['Jürg Müller']],
    ['grossstrass', ['Großstraß AG']],
    ['großstraß', ['Großstraß AG']],
    ['geneve', ['Großstraß AG']],
    ['zoe', ['Zoé Baeriswyl-Neuenschwander']],
    ['bäriswyl', ['Zoé Baeriswyl-Neuenschwander']],
    ['neuenschw', ['Zoé Baeriswyl-Neuenschwander']],
    ['anna@example.ch', ['Anna Mueller']],
    ['8001', ['Jürg Müller']],
    ['skoda', ['ZH 731204']],
    ['octavia combi', ['ZH 731204']],
  ])('people and things by their words: %s', async (text, expected) => {
    const people = (await search(text)).filter(({ kind }) => kind !== 'contract').map(({ title }) => title);
    expect(people.sort()).toEqual([...expected].sort());
  });

  it.each(['zh731204', 'ZH 731 204', 'zh-731.204', 'ZH731204', '731204', 'ZH  731204 '])(
    'a plate: %s',
    async (text) => {
      expect((await search(text)).map(({ id }) => id)).toEqual(['v1', 'k1']);
    },
  );

  it('the plate that was typed before the one that only begins so', async () => {
    expect((await search('zh 73120')).map(({ id }) => id)).toEqual(['v2', 'v1', 'k1']);
  });

  it.each(['079 214 88 03', '+41 79 214 88 03', '0041792148803', '+41 (0)79 214 88 03', '079/214.88.03', '079 214', '79 214 88 03'])(
    'a telephone number: %s',
    async (text) => {
      expect(await titles(text)).toEqual(['Jürg Müller']);
    },
  ); // prettier-ignore

  it('a telephone number from abroad', async () => {
    expect(await titles('+33 6 12 34 56 78')).toEqual(['Zoé Baeriswyl-Neuenschwander']);
    expect(await titles('0033 6 12')).toEqual(['Zoé Baeriswyl-Neuenschwander']);
  });

  it.each(['ZRH-A-26-00042', 'zrha2600042', 'zrh a 26 42', '00042', '42', 'ZRH-A-26'])(
    'a contract: %s',
    async (text) => {
      expect((await search(text)).map(({ id }) => id)).toEqual(['k1']);
    },
  );

  it('a contract without a number by its customer', async () => {
    expect(await search('anna mueller')).toContainEqual({
      kind: 'contract',
      id: 'k2',
      title: '',
      detail: 'Anna Mueller',
      fit: 0,
      status: 'reserved',
      starts_at: null,
    });
  });

  it.each([
    ['müller', 'Jürg Müller', 0],
    ['mül', 'Jürg Müller', 1],
    ['mulelr', 'Jürg Müller', 2],
    ['ZH 731204', 'ZH 731204', 0],
    ['ZH 7312', 'ZH 731204', 1],
  ])('and says how well it fits: %s', async (text, title, fit) => {
    expect((await search(text)).find((hit) => hit.title === title)?.fit).toBe(fit);
  });

  it('a VIN, and its end', async () => {
    expect(await titles('wvwzzz1jz3w386752')).toEqual(['ZH 731204']);
    expect(await titles('386752')).toEqual(['ZH 731204']);
  });

  it('nothing for nothing, and no more than was asked for', async () => {
    expect(await search('')).toEqual([]);
    expect(await search(' -- "*" ')).toEqual([]);
    expect(await search('müller xyz')).toEqual([]);
    expect(await search('z', 2)).toHaveLength(2);
  });

  it.each(['一ᦰ一', 'Ϳ', 'ԩ', 'Ꞓ', 'a\u0301b', '२३', 'ﬃ'])('nothing wrong with %j, which two Unicodes read differently', async (typed) => {
    expect(Array.isArray(await search(typed))).toBe(true);
  }); // prettier-ignore

  it('whatever is typed, without an error', async () => {
    const odd = fc.constantFrom('"', "'", '*', 'AND', 'OR', 'NOT', 'NEAR(', ')', '{words}:', '^', '-', ' ', 'ü', 'ß', '\0');
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(odd).map((parts) => parts.join('')), fc.string({ unit: 'grapheme' }));
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        expect(Array.isArray(await search(typed))).toBe(true);
      }),
      { numRuns: 300 },
    );
  }); // prettier-ignore
});

describe('the index follows', () => {
  it('what syncs, is replaced, changed and deleted', async () => {
    await installSearchIndex(db);
    await sync('customers', 'c1', { first_name: 'Ada', last_name: 'Alt' });
    await sync('customers', 'c1', { first_name: 'Ada', last_name: 'Neu' });
    await sync('customers', 'c1', { first_name: 'Ada', last_name: 'Neu', note: 'unchanged for the search' });
    await sync('customers', 'c2', { first_name: 'Bo', last_name: 'Alt' });
    expect(await titles('ada')).toEqual(['Ada Neu']);
    expect(await titles('alt')).toEqual(['Bo Alt']);
    await db.execute("UPDATE customers SET last_name = 'Jung' WHERE id = 'c2'");
    expect([await titles('alt'), await titles('jung')]).toEqual([[], ['Bo Jung']]);
    await db.execute("DELETE FROM customers WHERE id = 'c1'");
    expect(await titles('ada')).toEqual([]);
    await db.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)");
  });

  it('what is replaced also where deleting by REPLACE fires no trigger', () => {
    const plain = new Database(':memory:');
    plain.pragma('recursive_triggers = OFF');
    for (const { dataTable } of sourceSql)
      plain.exec(`CREATE TABLE ${dataTable} (id TEXT PRIMARY KEY NOT NULL, data TEXT)`);
    for (const sql of [...createSearch, ...sourceSql.flatMap(({ triggers }) => triggers), ...followEntries])
      plain.exec(sql);
    const replace = plain.prepare('INSERT OR REPLACE INTO ps_data__customers (id, data) VALUES (?, ?)');
    for (const name of ['Alt', 'Neu', 'Neu', 'Letzt']) replace.run('c1', JSON.stringify({ last_name: name }));
    replace.run('c2', JSON.stringify({ last_name: 'Andere' }));
    replace.run('c1', JSON.stringify({ last_name: 'Zuletzt' }));
    const found = (word: string): unknown =>
      plain
        .prepare(
          'SELECT title FROM search_index JOIN search_entries ON entry = search_index.rowid WHERE search_index MATCH ?',
        )
        .pluck()
        .all(word);
    expect([found('alt'), found('neu'), found('zuletzt'), found('andere')]).toEqual([
      [],
      [],
      ['Zuletzt'],
      ['Andere'],
    ]);
    plain.exec("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)");
    plain.close();
  });

  it('the schema: it is built once, and again when PowerSync took a table away', async () => {
    await fill();
    expect(await installSearchIndex(db)).toBe('built');
    expect(await installSearchIndex(db)).toBe('as-it-was');
    const more = new Schema({ ...syncedTables, ...localTables, extra: new Table({ a: column.text }) });
    await db.updateSchema(more);
    expect(await installSearchIndex(db)).toBe('as-it-was');
    const { customers: _, ...rest } = { ...syncedTables, ...localTables };
    await db.updateSchema(new Schema(rest));
    await db.updateSchema(counterSchema);
    expect(await installSearchIndex(db)).toBe('built');
    expect(await titles('baeriswyl')).toEqual(['Zoé Baeriswyl-Neuenschwander']);
    await sync('customers', 'c9', { last_name: 'Neuling' });
    expect(await titles('neuling')).toEqual(['Neuling']);
  });

  it('the first sync: until then it is there and empty', async () => {
    const { built, stop } = await installSearchIndexWhenSynced(db);
    await fill();
    expect(await titles('baeriswyl')).toEqual([]);
    const { stop: stopAgain } = await installSearchIndexWhenSynced(db);
    // As the last line of a first sync leaves it.
    await db.execute('INSERT INTO ps_sync_state (priority, last_synced_at) VALUES (2147483647, unixepoch())');
    stop();
    stopAgain();
    await built;
    expect(await titles('baeriswyl')).toEqual([]);
    const again = new RemoteAdapter(connectTo(counter), 'after-first-sync');
    const synced = openDatabase(again, counterSchema);
    await synced.init();
    await (
      await installSearchIndexWhenSynced(synced)
    ).built;
    expect(await titles('baeriswyl')).toHaveLength(1);
    await synced.close();
  });

  it('its own version', async () => {
    await fill();
    await installSearchIndex(db);
    await db.execute('UPDATE search_version SET version = 0');
    expect(await installSearchIndex(db)).toBe('built');
    expect(await titles('zh731204')).toContain('ZH 731204');
  });

  it('clearing the replica', async () => {
    await fill();
    await installSearchIndex(db);
    await db.disconnectAndClear();
    expect(await titles('müller')).toEqual([]);
  });
});

describe('100,000 customers', () => {
  // How long that takes is for the bench to say.
  it('are found, and no more of them than are asked for', async () => {
    await db.writeTransaction(async (tx) => {
      await tx.execute(`
        INSERT INTO ps_data__customers (id, data)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
        SELECT 'c' || i, json_object(
          'first_name', json_extract('["Anna","Beat","Céline","Daniel","Eva","Fritz","Gian","Hans","Ines","Jürg"]', '$[' || (i % 10) || ']'),
          'last_name', json_extract('["Müller","Meier","Schmid","Keller","Weber","Huber","Schneider","Meyer","Steiner","Fischer"]', '$[' || (i / 10 % 10) || ']') || CASE WHEN i % 7 = 0 THEN '' ELSE '-' || char(65 + i % 26) || i END,
          'phone', '+4179' || (1000000 + i * 37 % 9000000), 'town', 'Zürich', 'postal_code', 8000 + i % 100)
        FROM n`);
    }); // prettier-ignore
    await installSearchIndex(db);
    for (const typed of ['m', 'mü', 'mül', 'müller', 'mueller hans', 'zürich', 'z', '8001', '079 1', 'hans m']) {
      expect((await search(typed)).length).toBe(20);
    }
    expect(await titles('xyz')).toEqual([]);
    expect(await titles('müller hans')).toHaveLength(20);
  }); // prettier-ignore
});
