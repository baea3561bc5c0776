import type { Scene } from './scene.ts';

/** Ways to break the server, each of which the model must notice: the body of a function, and what is changed in it. */
export const breaks = {
  /** Every call is taken for the first. */
  idempotence: ['private.known_outcome', 'return known;', 'return null;'],
  /** Of an applied transaction, a part is missing. */
  atomicity: [
    'private.apply_operation',
    "if p_statements ? 'add' and not p_careful then",
    "if p_table = 'handovers' then return; end if; if p_statements ? 'add' and not p_careful then",
  ],
  /** Refused, and not kept. */
  refusals: ['private.remember_outcome', "if p_outcome <> 'refused' then", 'if true then'],
  /** Two contracts for one car, and nobody is told. */
  conflict: [
    'private.raise_double_check_out',
    'where other.id <> new.id',
    'where false and other.id <> new.id',
  ],
  /** Two uploads at once that sign for one vehicle do not see each other. */
  lock: ['private.raise_double_check_out', 'pg_advisory_xact_lock(', 'abs('],
  /** Of a contract holds what its first amendment says, and not its last. */
  amendment: ['private.keep_as_amended', 'order by a.signed_at desc', 'order by a.signed_at asc'],
  /** A car that takes over is not looked for elsewhere. */
  exchange: ['private.rentals_of_vehicle', 'where c.on_vehicle_id = p_vehicle', 'where false'],
} as const;

export type Break = keyof typeof breaks;

export async function breakServer({ sql }: Scene, which: Break): Promise<void> {
  const [name, from, to] = breaks[which];
  const { rows } = await sql.query<{ text: string }>('select pg_get_functiondef($1::regproc) as text', [
    name,
  ]);
  const text = rows[0]?.text ?? '';
  if (!text.includes(from)) throw new Error(`${name} does not hold: ${from}`);
  await sql.query(text.replace(from, () => to));
}
