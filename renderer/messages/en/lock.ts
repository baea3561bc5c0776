import type { Messages } from '../de/index.ts';

export const lock: Messages['lock'] = {
  title: 'Who works here?',
  hint: 'The first letter or an arrow chooses, the digits are the PIN.',
  people: 'People on this machine',
  pin: 'PIN of {{name}}',
  open: 'Open',
  opening: 'Opening …',
  needsPassword: 'password needed',
  suspended: 'suspended',
  byPassword: 'Sign in with the password',
  back: 'Back',
  switch: 'Lock or change',
};
