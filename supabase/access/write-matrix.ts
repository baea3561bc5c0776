import {
  type Cells,
  type Scope,
  bucketAccess,
  fileVerbs,
  functionAccess,
  roles,
  tableAccess,
  verbs,
} from './matrix.ts';

const words: Readonly<Record<Scope, string>> = {
  everywhere: 'all',
  own_branch: 'branch',
  own_rows: 'own',
  never: '–',
};

/** `all · branch · branch · –`: owner, manager, staff, viewer. The last two roles may never do anything. */
function short(cells: Cells): string {
  return roles
    .filter((role) => role !== 'suspended' && role !== 'nobody')
    .map((role) => words[cells[role]])
    .join(' · ');
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map((row) => line(row))].join('\n');
}

/** The matrix as `supabase/access/matrix.md`, written by `npm run schema`. */
export function writeMatrix(): string {
  const tables = Object.entries(tableAccess).map(([name, access]) => [
    name,
    ...verbs.map((verb) => short(access[verb])),
    access.note,
  ]);
  const buckets = Object.entries(bucketAccess).map(([name, access]) => [
    name,
    ...fileVerbs.map((verb) => short(access[verb])),
  ]);
  const functions = Object.entries(functionAccess).map(([name, { call, note }]) => [name, short(call), note]);
  return `# Who may do what

Written by \`npm run schema\` from \`matrix.ts\`. \`npm run test:rules\` tries every cell against Postgres, allowed and refused.

Each cell names owner · manager · staff · viewer: **all** is the whole company, **branch** the person’s own branch (all of them for
somebody without one), **own** what is that person’s, **–** is never. What belongs to another company is never anybody’s. Somebody suspended, somebody at a
counter that was revoked, and somebody without a token may do nothing at all.

## Tables

${markdownTable(['table', ...verbs, 'by what, and what else holds'], tables)}

## Files

The first folder is the company; a name is plain, with one further folder at most; \`contract-pdfs\` takes PDF, \`contract-photos\` pictures.

${markdownTable(['bucket', ...fileVerbs], buckets)}

## Functions

${markdownTable(['function', 'call', 'what else holds'], functions)}

## How soon

- Reading and writing ask for the person at every statement (\`private.my_company()\`, \`private.role_now()\`): who is suspended, or whose
  counter is revoked, is out with the next request, whatever the token says. It costs two look-ups by key a statement: a row
  found by its key took 32 µs instead of 10 µs, in a loop inside Postgres on two busy cores.
- A session ends with the counter for which it last spoke, and gets no new token. Signing in again elsewhere is possible; for a person
  who must not, suspend the person.
- Sync streams go by the claims of the token and cannot ask: what a stream sends, it sends until its token ends (an hour by default;
  shorten it in the settings of Auth). Then there is no new token, and the stream ends.
- Calls of \`apply_changes\` and \`claim_counter\` that are turned away, and refusals that the app does not cause, are noted in
  \`private.security_events\`; owners read theirs with \`list_security_events\`. What a policy refuses of a direct request, and of a file,
  is rolled back with everything in it: its trace is in the logs of the API, Storage and Auth.
`;
}
