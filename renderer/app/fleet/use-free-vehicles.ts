import { useCounter } from '../hooks/counter-context.ts';
import { useRows } from '../hooks/use-rows.ts';
import { freeVehicles } from './free-vehicles.ts';

/** What stands here and is out with nobody, kept up to date. */
export function useFreeVehicles() {
  const { place } = useCounter();
  return useRows(`fleet/free/${place.branchId}`, (rows) => freeVehicles(rows, place.branchId));
}
