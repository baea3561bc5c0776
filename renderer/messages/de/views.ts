export const views = {
  label: 'Gesicherte Ansichten',
  save: 'Ansicht sichern',
  name: 'Name der Ansicht',
  hint: 'wie «Offene Rechnungen Firmen»; nur für dich, an jedem Schalter',
  rename: 'Ansicht umbenennen',
  remove: 'Ansicht löschen',
  removeText: '«{{name}}» verschwindet an allen Schaltern. Sonst wird nichts gelöscht.',
  change: 'umbenennen',
  deleteKey: 'Entf',
  delete: 'löschen',
  problem: {
    name_missing: 'Bitte gib der Ansicht einen Namen.',
    name_taken: '«{{name}}» gibt es hier schon. Wähle einen anderen Namen.',
  },
} as const;
