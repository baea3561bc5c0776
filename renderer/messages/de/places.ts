export const places = {
  desk: 'Heute',
  plan: 'Plan',
  customers: 'Kunden',
  fleet: 'Flotte',
  reports: 'Berichte',
  inbox: 'Eingang',
  settings: 'Einstellungen',
  cash: 'Kasse',
  invoices: 'Rechnungen',
  bank: 'Bank',
  fines: 'Bussen',
} as const;
