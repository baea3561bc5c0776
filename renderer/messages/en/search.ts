import type { Messages } from '../de/index.ts';

export const search: Messages['search'] = {
  label: 'Search',
  placeholder: 'Customer, plate, contract …',
  nothing: 'Nothing found.',
  customer: 'Customer',
  vehicle: 'Vehicle',
  contract: 'Contract',
  invoice: 'Invoice',
};
