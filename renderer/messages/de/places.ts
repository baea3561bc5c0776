export const places = {
  desk: 'Heute',
  reports: 'Berichte',
  inbox: 'Eingang',
  settings: 'Einstellungen',
} as const;
