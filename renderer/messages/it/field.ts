import type { Messages } from '../de/index.ts';

export const field: Messages['field'] = {
  required: 'Compilare questo campo.',
  too_long: 'Troppo lungo.',
  day: 'Una data come 24.12.1990.',
  time: 'Un’ora come 14:30.',
  moment: 'Una data con ora come 24.12. 14:00, 14:30 oppure +3.',
  number: 'Un numero intero.',
  country: 'Due lettere, per esempio CH.',
  email: 'Un indirizzo e-mail, o lasciare vuoto.',
  phone: 'Un numero come 079 123 45 67, o lasciare vuoto.',
  characters: 'Uno di questi caratteri non si può stampare.',
  taken: 'Esiste già.',
  invalid: 'Questo non va bene.',
};
