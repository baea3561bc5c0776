import { unprintableCharacters } from '../parties/paper-text.ts';
import type { Plate, PlateRefusal } from './plate.ts';
import { checkPlate } from './plate.ts';
import { type Vin, type VinRefusal, checkVin } from './vin.ts';

export const energies = ['petrol', 'diesel', 'hybrid', 'electric'] as const;
export type VehicleEnergy = (typeof energies)[number];

/** A vehicle as a form or a file hands it over: texts as they were typed. */
export interface VehicleInput {
  readonly vin: string;
  readonly plate: string;
  readonly make: string;
  readonly model: string;
  readonly colour: string;
  /** One of `energies`; anything else is missing. */
  readonly energy: string;
  readonly categoryId: string | null;
  readonly branchId: string | null;
  readonly odometerKm: number | null;
  readonly parkingPlace: string;
}

export interface VehicleForm {
  readonly vin: Vin;
  readonly plate: Plate;
  readonly make: string;
  readonly model: string;
  readonly colour: string;
  readonly energy: VehicleEnergy;
  readonly categoryId: string;
  readonly branchId: string;
  readonly odometerKm: number;
  readonly parkingPlace: string;
}

export type VehicleField = keyof VehicleForm;
export type VehicleFault =
  | VinRefusal
  | PlateRefusal
  | { readonly code: 'vehicle_field_missing' }
  | { readonly code: 'vehicle_field_long'; readonly limit: number }
  | { readonly code: 'vehicle_field_characters'; readonly characters: readonly string[] }
  | { readonly code: 'vehicle_kilometres' };
export type VehicleErrors = Readonly<Partial<Record<VehicleField, VehicleFault>>>;

const longest = 60;
const mostKilometres = 9_999_999;

/** The vehicle, or what is wrong with each field. */
export function readVehicle(
  input: VehicleInput,
):
  | { readonly ok: true; readonly value: VehicleForm }
  | { readonly ok: false; readonly errors: VehicleErrors } {
  const errors: Partial<Record<VehicleField, VehicleFault>> = {};
  const text = (field: 'make' | 'model' | 'colour' | 'parkingPlace', isNeeded: boolean): string => {
    const typed = input[field].trim();
    const characters = unprintableCharacters(typed);
    if (typed === '' && isNeeded) errors[field] = { code: 'vehicle_field_missing' };
    else if (typed.length > longest) errors[field] = { code: 'vehicle_field_long', limit: longest };
    else if (characters.length > 0) errors[field] = { code: 'vehicle_field_characters', characters };
    return typed;
  };
  const vin = checkVin(input.vin);
  if (!vin.ok) errors.vin = vin.refusal;
  const plate = checkPlate(input.plate);
  if (!plate.ok) errors.plate = plate.refusal;
  const energy = energies.find((one) => one === input.energy);
  if (energy === undefined) errors.energy = { code: 'vehicle_field_missing' };
  if (input.categoryId === null) errors.categoryId = { code: 'vehicle_field_missing' };
  if (input.branchId === null) errors.branchId = { code: 'vehicle_field_missing' };
  const { odometerKm } = input;
  if (odometerKm === null || !Number.isInteger(odometerKm) || odometerKm < 0 || odometerKm > mostKilometres) {
    errors.odometerKm = { code: 'vehicle_kilometres' };
  }
  const texts = {
    make: text('make', true),
    model: text('model', true),
    colour: text('colour', false),
    parkingPlace: text('parkingPlace', false),
  };
  if (Object.keys(errors).length > 0 || !vin.ok || !plate.ok || energy === undefined)
    return { ok: false, errors };
  return {
    ok: true,
    value: {
      ...texts,
      vin: vin.value,
      plate: plate.value,
      energy,
      categoryId: input.categoryId ?? '',
      branchId: input.branchId ?? '',
      odometerKm: odometerKm ?? 0,
    },
  };
}
