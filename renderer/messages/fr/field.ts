import type { Messages } from '../de/index.ts';

export const field: Messages['field'] = {
  required: 'Veuillez remplir ce champ.',
  too_long: 'Trop long.',
  day: 'Une date comme 24.12.1990.',
  time: 'Une heure comme 14:30.',
  moment: 'Une date avec heure comme 24.12. 14:00, 14:30 ou +3.',
  number: 'Un nombre entier.',
  country: 'Deux lettres, par exemple CH.',
  email: 'Une adresse e-mail, ou laisser vide.',
  phone: 'Un numéro comme 079 123 45 67, ou laisser vide.',
  characters: 'Un de ces caractères ne peut pas être imprimé.',
  taken: 'Cela existe déjà.',
  invalid: 'Cela ne convient pas.',
};
