import { uuidv7 } from 'uuidv7';
import { formatPlate } from '#shared/fleet/plate.ts';
import type { VehicleForm } from '#shared/fleet/vehicle-form.ts';
import type { Instant } from '#shared/time/instant.ts';

/** The rows of a new vehicle: itself, and the plate that it bears from this moment on. */
export function newVehicleRows(
  form: VehicleForm,
  { companyId, at }: { readonly companyId: string; readonly at: Instant },
) {
  const id = uuidv7();
  const plate = formatPlate(form.plate);
  return {
    vehicle: {
      id,
      company_id: companyId,
      branch_id: form.branchId,
      category_id: form.categoryId,
      vin: form.vin,
      plate,
      make: form.make,
      model: form.model,
      colour: form.colour,
      energy: form.energy,
      status: 'active' as const,
      odometer_km: form.odometerKm,
      fuel_eighths: 8,
      parking_place: form.parkingPlace,
      created_at: at,
    },
    plate: {
      id: uuidv7(),
      company_id: companyId,
      vehicle_id: id,
      plate,
      used_from: at,
      used_to: null,
      created_at: at,
    },
  };
}
