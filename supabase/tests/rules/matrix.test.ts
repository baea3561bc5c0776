import { type TaskMeta, describe, expect, test } from 'vitest';
import {
  type AccessRole,
  type AccessTable,
  type Cells,
  type FileVerb,
  type Verb,
  bucketAccess,
  fileVerbs,
  functionAccess,
  roles,
  tableAccess,
  verbs,
} from '#supabase/access/matrix.ts';
import { type DemoSignIn, demoPeople } from '#supabase/seeds/demo-people.ts';
import { type Answer, ask, insertOf, updateOf } from './ask.ts';
import { countTries } from './count-cells.ts';
import { type FilledPlace, morePeople } from './places.ts';
import { changes, newRow } from './rows.ts';
import { useStage } from './stage.ts';

const stage = useStage();

/** Of Zürich, where they have a branch. */
const people: Readonly<Record<AccessRole, DemoSignIn | null>> = {
  owner: demoPeople.owner,
  manager: demoPeople.manager,
  staff: demoPeople.zurich,
  viewer: demoPeople.viewer,
  suspended: morePeople.suspended,
  nobody: null,
};
/** The same without a branch. */
const everywhere: Partial<Record<AccessRole, DemoSignIn>> = {
  manager: morePeople.managerEverywhere,
  staff: morePeople.everywhere,
};

/** A policy hides the row, or refuses it; a missing right refuses the statement. */
const isRefused = (answer: Answer): boolean =>
  'met' in answer ? answer.met === 0 : answer.state === '42501';

type Try = (who: DemoSignIn | null, place: FilledPlace) => Promise<Answer>;

/**
 * Tries one cell: allowed where it says so, refused next to it, and refused for another company in any case.
 * @returns what was answered otherwise; empty when the cell is right
 */
async function wrongAnswers(
  cells: Cells,
  role: AccessRole,
  attempt: Try,
  meta: TaskMeta,
): Promise<unknown[]> {
  const { zurich, chur, lugano } = stage().places;
  const scope = cells[role];
  const [person, floating] = [people[role], everywhere[role]];
  if (scope === 'own_rows' && person) {
    const theirs = ownedBy(zurich, person);
    return await wrongOnes(
      [
        ['own row', person, theirs, true],
        [
          'row of a colleague',
          person,
          zurich.clerkId === person.id ? ownedBy(zurich, demoPeople.manager) : zurich,
          false,
        ],
        ['other company', person, lugano, false],
      ],
      attempt,
      meta,
    );
  }
  const expected: readonly Expected[] = [
    ['own branch', person, zurich, scope !== 'never'],
    ['other branch', person, chur, scope === 'everywhere'],
    ['other company', person, lugano, false],
    ...(floating ? [['without a branch', floating, chur, scope !== 'never'] as const] : []),
    ...(floating ? [['without a branch, other company', floating, lugano, false] as const] : []),
  ];
  return await wrongOnes(expected, attempt, meta);
}

type Expected = readonly [where: string, who: DemoSignIn | null, place: FilledPlace, may: boolean];

/** The place as it is for somebody: what belongs to a person is theirs. */
function ownedBy(place: FilledPlace, { id }: DemoSignIn): FilledPlace {
  return { ...place, clerkId: id, rows: { ...place.rows, saved_views: place.views.get(id) ?? '' } };
}

async function wrongOnes(expected: readonly Expected[], attempt: Try, meta: TaskMeta): Promise<unknown[]> {
  const wrong: unknown[] = [];
  for (const [where, who, place, may] of expected) {
    const answer = await attempt(who, place);
    const isRight = may ? 'met' in answer && answer.met === 1 : isRefused(answer);
    if (!isRight) wrong.push({ where, may, answer });
  }
  countTries(meta, expected.length);
  return wrong;
}

const attempts: Readonly<Record<Verb, (table: AccessTable) => Try>> = {
  select: (table) => (who, place) =>
    ask(stage().sql, who, `select from public.${table} where id = $1`, [place.rows[table]]),
  insert: (table) => (who, place) => ask(stage().sql, who, ...insertOf(table, newRow(table, place))),
  update: (table) => (who, place) =>
    ask(stage().sql, who, ...updateOf(table, place.rows[table], changes[table](place))),
  delete: (table) => (who, place) =>
    ask(stage().sql, who, `delete from public.${table} where id = $1`, [place.rows[table]]),
};

describe.each(Object.keys(tableAccess) as AccessTable[])('%s', (table) => {
  const tried = verbs.flatMap((verb) =>
    roles.map((role) => [verb, role, tableAccess[table][verb][role]] as const),
  );
  test.for(tried)('%s, %s: %s', async ([verb, role], { task }) => {
    expect(await wrongAnswers(tableAccess[table][verb], role, attempts[verb](table), task.meta)).toEqual([]);
  });
});

const fileAttempts: Readonly<Record<FileVerb, (bucket: string) => Try>> = {
  read: (bucket) => (who, place) =>
    ask(stage().sql, who, 'select from storage.objects where bucket_id = $1 and name = $2', [
      bucket,
      fileOf(bucket, place),
    ]),
  add: (bucket) => (who, place) =>
    ask(stage().sql, who, 'insert into storage.objects (bucket_id, name) values ($1, $2)', [
      bucket,
      `${place.companyId}/${crypto.randomUUID()}.${bucket === 'contract-pdfs' ? 'pdf' : 'jpg'}`,
    ]),
  overwrite: (bucket) => (who, place) =>
    ask(stage().sql, who, `update storage.objects set version = 'x' where bucket_id = $1 and name = $2`, [
      bucket,
      fileOf(bucket, place),
    ]),
  remove: (bucket) => (who, place) =>
    ask(stage().sql, who, 'delete from storage.objects where bucket_id = $1 and name = $2', [
      bucket,
      fileOf(bucket, place),
    ]),
};

function fileOf(bucket: string, { companyId, rows }: FilledPlace): string {
  return bucket === 'contract-pdfs'
    ? `${companyId}/${rows.documents}.pdf`
    : `${companyId}/${rows.photos}.jpg`;
}

describe.each(Object.keys(bucketAccess) as (keyof typeof bucketAccess)[])('files of %s', (bucket) => {
  const tried = fileVerbs.flatMap((verb) =>
    roles.map((role) => [verb, role, bucketAccess[bucket][verb][role]] as const),
  );
  test.for(tried)('%s, %s: %s', async ([verb, role], { task }) => {
    expect(
      await wrongAnswers(bucketAccess[bucket][verb], role, fileAttempts[verb](bucket), task.meta),
    ).toEqual([]);
  });
});

/** How each function is called for a place; one row is an answer that did what was asked. */
const calls: Readonly<
  Record<keyof typeof functionAccess, (place: FilledPlace) => readonly [string, ...unknown[]]>
> = {
  apply_changes: ({ counterId }) => [
    `select from public.apply_changes('rules', $1, '[]') as answer where jsonb_typeof(answer) = 'array'`,
    counterId,
  ],
  claim_counter: ({ counterId }) => [
    `select from public.claim_counter(counter_id => $1, device_id => gen_random_uuid()) as answer
     where answer ->> 'outcome' = 'claimed'`,
    counterId,
  ],
  report_counter: ({ counterId }) => [
    `select from public.report_counter(counter_id => $1, device_id => gen_random_uuid(), app_version => '1.2.3') as answer
     where answer ->> 'outcome' in ('noted', 'refused')`,
    counterId,
  ],
  export_person: ({ customerId }) => [
    `select from public.export_person($1) as answer where answer ->> 'outcome' = 'exported'`,
    customerId,
  ],
  // Refused while something is open, which is more than somebody of another company is told.
  erase_person: ({ customerId }) => [
    `select from public.erase_person($1) as answer where answer ->> 'code' is distinct from 'row_missing'`,
    customerId,
  ],
  // Answers for one's own company only: it takes no other.
  list_security_events: ({ companyId }) => [
    `select from (select count(*) from public.list_security_events()) answered where private.company_id() = $1`,
    companyId,
  ],
  links_to_verify: () => ['select from (select count(*) from public.links_to_verify(1)) answered'],
  note_verdicts: () => [`select public.note_verdicts('[]')`],
  custom_access_token_hook: ({ clerkId }) => [
    `select public.custom_access_token_hook(jsonb_build_object('user_id', $1::text, 'claims', '{}'::jsonb))`,
    clerkId,
  ],
};

describe('the functions', () => {
  const names = Object.keys(functionAccess) as (keyof typeof functionAccess)[];
  const tried = names.flatMap((name) =>
    roles.map((role) => [name, role, functionAccess[name].call[role]] as const),
  );
  test.for(tried)('%s, %s: %s', async ([name, role], { task }) => {
    const wrong = await wrongAnswers(
      functionAccess[name].call,
      role,
      (who, place) => {
        const [text, ...values] = calls[name](place);
        return ask(stage().sql, who, text, values);
      },
      task.meta,
    );
    expect(wrong).toEqual([]);
  });
});

describe('the matrix names', () => {
  const inCatalogue = async (text: string): Promise<string[]> =>
    (await stage().sql.query<{ name: string }>(text)).rows.map(({ name }) => name).toSorted();

  test('every table, and every view', async () => {
    const found = await inCatalogue(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
         and not relispartition`,
    );
    expect(Object.keys(tableAccess).toSorted()).toEqual(found);
  });

  test('every function that the API calls', async () => {
    const found = await inCatalogue(
      `select distinct proname as name from pg_proc where pronamespace = 'public'::regnamespace`,
    );
    expect(Object.keys(functionAccess).toSorted()).toEqual(found);
  });

  test('every bucket', async () => {
    expect(Object.keys(bucketAccess).toSorted()).toEqual(
      await inCatalogue('select id as name from storage.buckets'),
    );
  });

  test('every role, and every verb that a policy is for', async () => {
    const found = await inCatalogue('select unnest(enum_range(null::public.user_role))::text as name');
    expect(roles.filter((role) => role !== 'suspended' && role !== 'nobody').toSorted()).toEqual(found);
    const policies = await stage().sql.query<{ table: string; command: string }>(
      `select tablename as "table", lower(cmd) as command from pg_policies
       where schemaname = 'public' and 'authenticated' = any (roles)`,
    );
    for (const [table, access] of Object.entries(tableAccess)) {
      const written = verbs.filter((verb) => access[verb].owner !== 'never');
      const ruled = policies.rows.filter((row) => row.table === table).map(({ command }) => command);
      expect({ table, ruled: ruled.toSorted() }).toEqual({ table, ruled: [...written].toSorted() });
    }
  });

  test('nothing that somebody without a company’s person may do', async () => {
    const stranger = { ...demoPeople.owner, id: crypto.randomUUID() };
    for (const table of Object.keys(tableAccess) as AccessTable[]) {
      expect(await ask(stage().sql, stranger, `select from public.${table}`)).toEqual({ met: 0 });
    }
  });
});
