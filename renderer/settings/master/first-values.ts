import type { FieldName, MasterSpec } from './field-spec.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * What a new row begins with: what the table would take, what is most often meant, and of a counter the next letter of its branch
 * and the next number.
 * @param rows those there are
 * @param branchId where it is asked
 */
export function firstValues({ table, fields }: MasterSpec, rows: readonly Row[], branchId: string): Row {
  const first = fields.flatMap((field): readonly (readonly [FieldName, number])[] => {
    if (field.name === 'is_active') return [[field.name, 1]];
    if (field.name === 'maximum_count' || field.name === 'minimum_days') return [[field.name, 1]];
    if (field.name === 'month_days') return [[field.name, 30]];
    if (field.kind === 'money' && field.isRequired) return [[field.name, 0]];
    if (field.kind === 'whole' && field.isRequired) return [[field.name, field.smallest]];
    return [];
  });
  return { ...Object.fromEntries(first), ...(table === 'counters' ? nextCounter(rows, branchId) : {}) };
}

/** A letter or number once given stays given, also to a counter that is switched off. */
function nextCounter(rows: readonly Row[], branchId: string): Row {
  const letters = new Set(rows.filter((row) => row['branch_id'] === branchId).map((row) => row['letter']));
  const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return {
    branch_id: branchId,
    letter: alphabet.find((letter) => !letters.has(letter)) ?? '',
    reference_no: Math.max(0, ...rows.map((row) => Number(row['reference_no']))) + 1,
  };
}
