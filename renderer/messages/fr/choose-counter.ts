import type { Messages } from '../de/index.ts';

export const chooseCounter: Messages['chooseCounter'] = {
  title: 'Quel guichet est-ce ?',
  hint: 'Chaque guichet attribue ses propres numéros de contrat. Un guichet correspond donc toujours à un seul appareil.',
  loading: 'Premier chargement des données …',
  counter_taken: 'Ce guichet est déjà occupé par un autre appareil.',
  takeOverHint:
    'Si l’ancien appareil a été remplacé, la direction peut transférer le guichet ici. Envoyez d’abord tout ce qui y est en attente.',
  takeOver: 'Transférer sur cet appareil',
  not_permitted: 'Vous n’avez pas le droit d’ouvrir ce guichet.',
  server_unreachable: 'Une connexion au serveur est nécessaire cette fois-ci.',
  noneAtOwnBranch:
    'Vous travaillez à la succursale {{branch}}, et aucun guichet n’y est en service. Vous n’avez pas le droit d’ouvrir ceux d’autres succursales.',
  noneAtAll: 'Aucun guichet n’est en service dans votre entreprise.',
  askOwners:
    'Adressez-vous à {{owners}} : la direction installe les guichets et décide de la succursale où vous travaillez.',
  askSupport: 'Adressez-vous au support, qui installe le premier guichet.',
};
