import type { Messages } from '../de/index.ts';

export const sync: Messages['sync'] = {
  inStep: 'À jour',
  connecting: 'Connexion …',
  waiting_one: '{{count}} en attente',
  waiting_other: '{{count}} en attente',
  offlineSince: 'Hors ligne depuis {{time}}',
  refused_one: '{{count}} refusée',
  refused_other: '{{count}} refusées',
  signInNeeded: 'Se reconnecter pour envoyer',
  notPermitted: 'Accès bloqué',
  cannotSend: 'Envoi perturbé',
  updateNeeded: 'Mise à jour requise pour envoyer',
};
