import type { RefusedOperation } from './refused-payload.ts';

/** What a refused change is about, where no form takes it up again: each has a sentence of what to do. */
export type Advice = 'contract' | 'money' | 'paper' | 'master' | 'other';

/** Where a refused change can be put right. */
export type Correction =
  | { readonly kind: 'customer'; readonly customerId: string; readonly isNew: boolean }
  | { readonly kind: 'reservation'; readonly reservationId: string; readonly isNew: boolean }
  | { readonly kind: 'none'; readonly advice: Advice };

const plans = ['quote', 'reserved', 'to_assign'];
const money = [
  'invoices',
  'invoice_lines',
  'payments',
  'deposits',
  'cash_sessions',
  'cash_movements',
  'reminders',
  'bank_entries',
  'bank_imports',
  'fines',
];
const rental = [
  'contracts',
  'contract_lines',
  'contract_drivers',
  'handovers',
  'amendments',
  'damages',
  'audit_events',
];
const papers = ['documents', 'photos', 'messages'];

/** The form that a refused change came from, as far as its operations tell. */
export function correctionOf(ops: readonly RefusedOperation[] | null): Correction {
  if (ops === null) return { kind: 'none', advice: 'other' };
  const tables = new Set(ops.map(({ table }) => table));
  const [first] = ops;
  if (first && ops.length === 1 && first.table === 'customers' && isEntered(first)) {
    return { kind: 'customer', customerId: first.id, isNew: first.op === 'PUT' };
  }
  const plan = planOf(ops);
  if (plan) return { kind: 'reservation', reservationId: plan.id, isNew: plan.op === 'PUT' };
  const has = (some: readonly string[]): boolean => some.some((table) => tables.has(table));
  if (has(money)) return { kind: 'none', advice: 'money' };
  if (has(rental)) return { kind: 'none', advice: 'contract' };
  if (has(papers)) return { kind: 'none', advice: 'paper' };
  return {
    kind: 'none',
    advice: tables.has('refused_changes') || tables.has('conflicts') ? 'other' : 'master',
  };
}

/** The plan that was saved with its customer and its lines, and nothing else. */
function planOf(ops: readonly RefusedOperation[]): RefusedOperation | null {
  const [contract, another] = ops.filter(({ table }) => table === 'contracts');
  if (!contract || another || contract.op === 'DELETE') return null;
  if (!ops.every(({ table }) => ['customers', 'contracts', 'contract_lines'].includes(table))) return null;
  const { status } = contract.data;
  // A change says its status only when that changed: only plans are changed together with their lines.
  const isPlan = status === undefined ? contract.op === 'PATCH' : plans.includes(String(status));
  return isPlan && !('signed_at' in contract.data) ? contract : null;
}

/** Entered by somebody in the form: not a merge. */
function isEntered({ op, data }: RefusedOperation): boolean {
  return op !== 'DELETE' && !(typeof data['merged_into'] === 'string');
}
