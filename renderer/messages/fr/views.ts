import type { Messages } from '../de/index.ts';

export const views: Messages['views'] = {
  label: 'Vues enregistrées',
  save: 'Enregistrer la vue',
  name: 'Nom de la vue',
  hint: 'p. ex. « Factures ouvertes entreprises » ; pour vous, à chaque guichet',
  rename: 'Renommer la vue',
  remove: 'Supprimer la vue',
  removeText: '« {{name}} » disparaît à tous les guichets. Rien d’autre n’est supprimé.',
  change: 'renommer',
  deleteKey: 'Suppr',
  delete: 'supprimer',
  problem: {
    name_missing: 'Donnez un nom à la vue.',
    name_taken: '« {{name}} » existe déjà ici. Choisissez un autre nom.',
  },
};
