import { type VehicleField, type VehicleForm, readVehicle } from '../fleet/vehicle-form.ts';
import { type FleetColumn, type Mapping, cellOf } from './import-columns.ts';
import type { ImportProblem, RowOutcome } from './outcome.ts';
import type { CsvTable } from './read-csv.ts';
import { energyOf, energyWords } from './read-words.ts';

export interface Named {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface FleetPlanFacts {
  readonly categories: readonly Named[];
  /** Those for whose vehicles this person may do it. */
  readonly branches: readonly Named[];
  /** Taken where the file says no branch. */
  readonly branchId: string;
  readonly knownVins: ReadonlySet<string>;
}

/** What becomes of each row of a file of vehicles. Pure: nothing is written. */
export function planFleet(
  table: CsvTable,
  mapping: Mapping<FleetColumn>,
  facts: FleetPlanFacts,
): readonly RowOutcome<VehicleForm>[] {
  const lineOf = new Map<string, number>();
  return table.rows.map(({ line, cells }): RowOutcome<VehicleForm> => {
    if (cells.length > table.head.length) {
      return {
        kind: 'wrong',
        line,
        problems: [{ column: 'parkingPlace', fault: { code: 'import_row_length' } }],
      };
    }
    const { form, problems } = readRow((column) => cellOf(mapping, cells, column), facts);
    if (form === null) return { kind: 'wrong', line, problems };
    const earlier = lineOf.get(form.vin);
    if (facts.knownVins.has(form.vin)) return { kind: 'known', line, form, ofLine: null };
    if (earlier !== undefined) return { kind: 'known', line, form, ofLine: earlier };
    lineOf.set(form.vin, line);
    return { kind: 'new', line, form };
  });
}

function readRow(cell: (column: FleetColumn) => string, facts: FleetPlanFacts) {
  const problems: ImportProblem[] = [];
  const choose = (column: 'category' | 'branch', among: readonly Named[], otherwise: string | null) => {
    const text = cell(column);
    if (text === '') return otherwise;
    const word = text.toLowerCase();
    const found = among.find(({ code, name }) => code.toLowerCase() === word || name.toLowerCase() === word);
    if (!found) {
      problems.push({
        column,
        fault: { code: 'import_unknown', text, values: among.map(({ code }) => code) },
      });
    }
    return found?.id ?? '';
  };
  const energyText = cell('energy');
  const energy = energyOf(energyText);
  if (energyText !== '' && energy === null) {
    problems.push({
      column: 'energy',
      fault: { code: 'import_unknown', text: energyText, values: energyWords },
    });
  }
  const kilometres = cell('odometer').replaceAll(/[\s\u00a0'’.]|km$/gi, '');
  const read = readVehicle({
    vin: cell('vin'),
    plate: cell('plate'),
    make: cell('make'),
    model: cell('model'),
    colour: cell('colour'),
    energy: energy ?? (energyText === '' ? '' : 'petrol'),
    categoryId: choose('category', facts.categories, null),
    branchId: choose('branch', facts.branches, facts.branchId),
    odometerKm: kilometres === '' ? 0 : /^\d{1,7}$/.test(kilometres) ? Number(kilometres) : null,
    parkingPlace: cell('parkingPlace'),
  });
  if (!read.ok) {
    for (const [field, fault] of Object.entries(read.errors)) {
      problems.push({ column: columns[field as VehicleField], fault });
    }
  }
  return { form: read.ok && problems.length === 0 ? read.value : null, problems };
}

/** The column out of which a field is read. */
const columns: Readonly<Record<VehicleField, FleetColumn>> = {
  vin: 'vin',
  plate: 'plate',
  make: 'make',
  model: 'model',
  colour: 'colour',
  energy: 'energy',
  categoryId: 'category',
  branchId: 'branch',
  odometerKm: 'odometer',
  parkingPlace: 'parkingPlace',
};
