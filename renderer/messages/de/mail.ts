export const mail = {
  title: 'Per E-Mail',
  recipient: 'An',
  hint: 'wird gesendet, sobald die Verbindung da ist',
  papers: 'Papiere',
  queue: 'Senden',
  queued_one: 'Ein Papier wartet auf den Versand.',
  queued_other: '{{count}} Papiere warten auf den Versand.',
  waits: 'E-Mail an {{recipient}} wartet auf den Versand',
  sent: 'per E-Mail an {{recipient}}, {{time}}',
  failed: 'E-Mail an {{recipient}} kam nicht an: {{reason}}',
  problem: {
    email_invalid: 'Bitte eine E-Mail-Adresse eingeben, wie name@firma.ch.',
    nothing_chosen: 'Bitte mindestens ein Papier wählen.',
    role_may_not_write: 'Mit dieser Rolle kann man nichts versenden.',
  },
} as const;
