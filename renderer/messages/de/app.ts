export const app = {
  starting: 'Schalter öffnet …',
  serversInvalid: 'Die Datei mit den Server-Adressen ist fehlerhaft: {{field}}',
  serversInvalidHint: 'Berichtigen oder löschen Sie {{file}} und öffnen Sie den Schalter neu.',
  hostFailed: 'Der Datenspeicher antwortet nicht.',
  hostFailedHint:
    'Öffnen Sie den Schalter neu. Bleibt es so, melden Sie dem Support den Code {{code}}. Erfasstes ist nicht verloren.',
  damaged: 'Der Datenspeicher war beschädigt und wurde neu aufgebaut. Die alte Datei liegt in {{folder}}.',
  damagedPending_one: '{{count}} noch nicht gesendeter Vorgang wurde gerettet und wird gesendet.',
  damagedPending_other: '{{count}} noch nicht gesendete Vorgänge wurden gerettet und werden gesendet.',
  damagedUnreadable:
    'Ob etwas noch nicht gesendet war, liess sich nicht mehr lesen. Bitte bewahren Sie die alte Datei auf.',
  understood: 'Verstanden',
  again: 'Noch einmal',
} as const;
