import type { Messages } from '../de/index.ts';

export const places: Messages['places'] = {
  desk: 'Today',
  customers: 'Customers',
  fleet: 'Fleet',
  reports: 'Reports',
  plan: 'Plan',
  inbox: 'Inbox',
  settings: 'Settings',
  cash: 'Cash desk',
  invoices: 'Invoices',
  bank: 'Bank',
  fines: 'Fines',
};
