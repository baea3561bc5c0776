import type { Messages } from '../de/index.ts';

export const app: Messages['app'] = {
  starting: 'Ouverture de Schalter …',
  serversInvalid: 'Le fichier des adresses de serveur est erroné : {{field}}',
  serversInvalidHint: 'Corrigez ou supprimez {{file}}, puis rouvrez Schalter.',
  hostFailed: 'La base de données locale ne répond pas.',
  hostFailedHint:
    'Rouvrez Schalter. Si le problème persiste, indiquez le code {{code}} au support. Aucune saisie n’est perdue.',
  damaged:
    'La base de données locale était endommagée et a été reconstruite. L’ancien fichier se trouve dans {{folder}}.',
  damagedPending_one: '{{count}} opération non envoyée a été récupérée et sera envoyée.',
  damagedPending_other: '{{count}} opérations non envoyées ont été récupérées et seront envoyées.',
  damagedUnreadable:
    'Impossible de savoir s’il restait des opérations à envoyer. Conservez l’ancien fichier.',
  understood: 'Compris',
  again: 'Réessayer',
};
