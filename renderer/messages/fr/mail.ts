export const mail = {
  title: 'Par e-mail',
  recipient: 'À',
  hint: 'envoyé dès que la connexion est là',
  papers: 'Documents',
  queue: 'Envoyer',
  queued_one: 'Un document attend l’envoi.',
  queued_other: '{{count}} documents attendent l’envoi.',
  waits: 'E-mail à {{recipient}} en attente d’envoi',
  sent: 'par e-mail à {{recipient}}, {{time}}',
  failed: 'L’e-mail à {{recipient}} n’est pas arrivé : {{reason}}',
  problem: {
    email_invalid: 'Veuillez saisir une adresse e-mail, comme nom@entreprise.ch.',
    nothing_chosen: 'Veuillez choisir au moins un document.',
    role_may_not_write: 'Ce rôle ne permet pas d’envoyer.',
  },
} as const;
