import { sql } from 'kysely';
import type { Rows } from '../counter/counter.ts';

/** Conflicts that nobody has settled, newest first, with both contracts. */
export function openConflicts(rows: Rows) {
  return rows
    .selectFrom('conflicts')
    .leftJoin('contracts as one', 'one.id', 'conflicts.contract_id')
    .leftJoin('contracts as other', 'other.id', 'conflicts.other_contract_id')
    .leftJoin('vehicles', 'vehicles.id', 'conflicts.vehicle_id')
    .leftJoin('customers as person', 'person.id', 'conflicts.customer_id')
    .leftJoin('customers as other_person', 'other_person.id', 'conflicts.other_customer_id')
    .where('conflicts.settled_at', 'is', null)
    .select([
      'conflicts.id',
      'conflicts.kind',
      'conflicts.details',
      'conflicts.raised_at',
      'conflicts.contract_id',
      'conflicts.other_contract_id',
      'vehicles.plate',
      'one.number as number',
      'one.customer_name as customer',
      'other.number as other_number',
      'other.customer_name as other_customer',
      sql<string | null>`trim(person.first_name || ' ' || person.last_name)`.as('person'),
      sql<string | null>`trim(other_person.first_name || ' ' || other_person.last_name)`.as('other_person'),
    ])
    .orderBy('conflicts.raised_at', 'desc');
}

/** What the server refused and nobody has settled, newest first. */
export function openRefusals(rows: Rows) {
  return rows
    .selectFrom('refused_changes')
    .leftJoin('users', 'users.id', 'refused_changes.user_id')
    .leftJoin('counters', 'counters.id', 'refused_changes.counter_id')
    .leftJoin('users as to', 'to.id', 'refused_changes.handed_to')
    .leftJoin('users as by', 'by.id', 'refused_changes.handed_by')
    .where('refused_changes.settled_at', 'is', null)
    .select([
      'refused_changes.id',
      'refused_changes.code',
      'refused_changes.message',
      'refused_changes.payload',
      'refused_changes.refused_at',
      'users.display_name as clerk',
      'counters.name as counter',
      'counters.branch_id as branch',
      'refused_changes.handed_to',
      'refused_changes.handed_note',
      'to.display_name as handed_to_name',
      'by.display_name as handed_by_name',
    ])
    .orderBy('refused_changes.refused_at', 'desc');
}

/** Refusals from the server's answers that have not synced back yet: shown at once, and not beside what came back. */
export function freshRefusals(rows: Rows) {
  return rows
    .selectFrom('local_refusals')
    .selectAll()
    .where('id', 'not in', (all) =>
      all.selectFrom('refused_changes').select(sql<string>`client_id || '/' || tx_id`.as('id')),
    )
    .orderBy('refused_at', 'desc');
}
