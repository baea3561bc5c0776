export const places = {
  desk: 'Heute',
  plan: 'Plan',
  reports: 'Berichte',
  inbox: 'Eingang',
  settings: 'Einstellungen',
} as const;
