import type { Messages } from '../de/index.ts';

export const field: Messages['field'] = {
  required: 'Please fill this in.',
  too_long: 'Too long.',
  day: 'A date like 24.12.1990.',
  time: 'A time like 14:30.',
  moment: 'A date and time like 24.12. 14:00, 14:30 or +3.',
  number: 'A whole number.',
  country: 'Two letters, such as CH.',
  email: 'An e-mail address, or leave it empty.',
  phone: 'A phone number such as 079 123 45 67, or leave it empty.',
  characters: 'One of these characters cannot be printed.',
  taken: 'There is one already.',
  invalid: 'This does not fit.',
};
