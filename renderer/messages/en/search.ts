import type { Messages } from '../de/index.ts';

export const search: Messages['search'] = {
  label: 'Search',
  placeholder: 'Customer, plate, > command',
  nothing: 'Nothing found.',
  customer: 'Customer',
  vehicle: 'Vehicle',
  contract: 'Contract',
  reservation: 'Reservation',
  invoice: 'Invoice',
  found: 'Found',
  commands: 'Commands',
  does: {
    open: 'open',
    run: 'run',
    checkOut: 'check out',
    checkOutVehicle: 'check out, or to its contract',
    change: 'change',
    customer: 'customer’s page',
    vehicle: 'vehicle’s page',
  },
};
