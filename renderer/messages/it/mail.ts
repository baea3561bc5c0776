export const mail = {
  title: 'Per e-mail',
  recipient: 'A',
  hint: 'inviato appena c’è la connessione',
  papers: 'Documenti',
  queue: 'Inviare',
  queued_one: 'Un documento attende l’invio.',
  queued_other: '{{count}} documenti attendono l’invio.',
  waits: 'E-mail a {{recipient}} in attesa d’invio',
  sent: 'per e-mail a {{recipient}}, {{time}}',
  failed: 'L’e-mail a {{recipient}} non è arrivata: {{reason}}',
  problem: {
    email_invalid: 'Inserire un indirizzo e-mail, come nome@ditta.ch.',
    nothing_chosen: 'Scegliere almeno un documento.',
    role_may_not_write: 'Questo ruolo non permette di inviare.',
  },
} as const;
