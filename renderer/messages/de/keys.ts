export const keys = {
  open: 'öffnen',
  walkIn: 'Laufkunde',
  returns: 'Rücknahmen',
  contract: 'Vertrag',
  upDown: 'auf/ab',
  search: 'suchen',
  next: 'weiter',
  back: 'zurück',
  nextField: 'nächstes Feld',
  invoice: 'Rechnung',
  paper: 'Vertrag zeigen',
} as const;
