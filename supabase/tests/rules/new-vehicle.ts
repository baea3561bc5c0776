import { moment } from '../walk-in.ts';
import type { Turn } from './ask.ts';
import { type Place, newRow } from './rows.ts';

/** A vehicle of the branch that nothing is known of, added as the server. Returns its id. */
export async function newVehicle(turn: Turn, place: Place): Promise<string> {
  const vehicle = newRow('vehicles', place);
  await turn.look('insert into vehicles select * from json_populate_record(null::vehicles, $1)', [
    JSON.stringify({
      status: 'active',
      odometer_km: 0,
      fuel_eighths: 8,
      colour: '',
      parking_place: '',
      ...vehicle,
      created_at: moment(0),
    }),
  ]);
  return vehicle.id;
}
