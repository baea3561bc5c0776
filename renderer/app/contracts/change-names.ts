import type { Selectable } from 'kysely';
import type { Names } from '#shared/contracts/describe-change.ts';
import type { ContractDriverRow } from '#sync/schema/rows.generated.ts';
import type { Rows } from '../counter/counter.ts';

export interface NamedRows {
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  readonly vehicles: readonly {
    readonly id: string;
    readonly plate: string;
    readonly make: string;
    readonly model: string;
  }[];
  readonly drivers: readonly Pick<Selectable<ContractDriverRow>, 'id' | 'first_name' | 'last_name'>[];
}

export const namedBranches = (rows: Rows) => rows.selectFrom('branches').select(['id', 'name']);
export const namedVehicles = (rows: Rows) =>
  rows.selectFrom('vehicles').select(['id', 'plate', 'make', 'model']);

/** How people call what the changes of an amendment name by id. What is not here any more has no name. */
export function changeNames({ branches, vehicles, drivers }: NamedRows): Names {
  return {
    branch: (id) => branches.find((one) => one.id === id)?.name ?? '–',
    vehicle: (id) => {
      const found = vehicles.find((one) => one.id === id);
      return found ? `${found.plate}, ${found.make} ${found.model}` : '–';
    },
    driver: (id) => {
      const found = drivers.find((one) => one.id === id);
      return found ? `${found.first_name} ${found.last_name}` : '–';
    },
  };
}

/** The same, read now. */
export async function changeNamesOf(rows: Rows, drivers: NamedRows['drivers']): Promise<Names> {
  const [branches, vehicles] = await Promise.all([
    namedBranches(rows).execute(),
    namedVehicles(rows).execute(),
  ]);
  return changeNames({ branches, vehicles, drivers });
}
