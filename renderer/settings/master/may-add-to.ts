import type { Counter } from '../../app/counter/counter.ts';
import type { MasterSpec } from './field-spec.ts';
import { type MasterName, masterSpecs } from './master-specs.ts';

/** Whether this role may add a row to a table of the company's own data. */
export function mayAddTo(name: MasterName, role: Counter['role']): boolean {
  const { mayAdd, mayWrite }: MasterSpec = masterSpecs[name];
  return mayAdd && mayWrite.some((one) => one === role);
}
