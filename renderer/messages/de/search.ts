export const search = {
  label: 'Suchen',
  placeholder: 'Kunde, Kennzeichen, Vertrag …',
  nothing: 'Nichts gefunden.',
  customer: 'Kunde',
  vehicle: 'Wagen',
  contract: 'Vertrag',
  invoice: 'Rechnung',
} as const;
