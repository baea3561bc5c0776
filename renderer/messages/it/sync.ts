import type { Messages } from '../de/index.ts';

export const sync: Messages['sync'] = {
  inStep: 'Aggiornato',
  connecting: 'Connessione …',
  waiting_one: '{{count}} in attesa',
  waiting_other: '{{count}} in attesa',
  offlineSince: 'Senza connessione da {{time}}',
  refused_one: '{{count}} rifiutata',
  refused_other: '{{count}} rifiutate',
  signInNeeded: 'Accedere di nuovo per inviare',
  notPermitted: 'Accesso bloccato',
  cannotSend: 'Invio disturbato',
  updateNeeded: 'Aggiornamento necessario per inviare',
};
