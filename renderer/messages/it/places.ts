import type { Messages } from '../de/index.ts';

export const places: Messages['places'] = {
  desk: 'Oggi',
  customers: 'Clienti',
  fleet: 'Flotta',
  reports: 'Rapporti',
  plan: 'Piano',
  inbox: 'Pendenze',
  settings: 'Impostazioni',
  cash: 'Cassa',
  invoices: 'Fatture',
  bank: 'Banca',
  fines: 'Multe',
};
