import type { Messages } from '../de/index.ts';

export const places: Messages['places'] = {
  desk: 'Aujourd’hui',
  customers: 'Clients',
  fleet: 'Flotte',
  reports: 'Rapports',
  plan: 'Plan',
  inbox: 'À traiter',
  settings: 'Réglages',
  cash: 'Caisse',
  invoices: 'Factures',
  bank: 'Banque',
  fines: 'Amendes',
};
