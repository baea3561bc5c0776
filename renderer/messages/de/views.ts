export const views = {
  label: 'Gespeicherte Ansichten',
  save: 'Ansicht speichern',
  name: 'Name der Ansicht',
  hint: 'wie «Offene Rechnungen Firmen»; nur für Sie, an jedem Schalter',
  rename: 'Ansicht umbenennen',
  remove: 'Ansicht löschen',
  removeText: '«{{name}}» verschwindet an allen Schaltern. Sonst wird nichts gelöscht.',
  change: 'umbenennen',
  deleteKey: 'Entf',
  delete: 'löschen',
  problem: {
    name_missing: 'Bitte geben Sie der Ansicht einen Namen.',
    name_taken: '«{{name}}» gibt es hier schon. Bitte wählen Sie einen anderen Namen.',
  },
} as const;
