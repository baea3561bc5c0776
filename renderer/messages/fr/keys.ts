import type { Messages } from '../de/index.ts';

export const keys: Messages['keys'] = {
  open: 'ouvrir',
  walkIn: 'sans réservation',
  returns: 'retours',
  contract: 'contrat',
  upDown: 'haut/bas',
  reserve: 'réserver',
  moveBar: 'déplacer',
  lengthen: 'durée',
  scroll: 'semaine',
  accept: 'appliquer',
  hold: 'immobiliser',
  transferKey: 'transférer',
  save: 'enregistrer',
  zoom: 'échelle',
  search: 'rechercher',
  next: 'suivant',
  back: 'retour',
  nextField: 'champ suivant',
  invoice: 'facture',
  paper: 'afficher le contrat',
};
