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
  elsewhere: 'other branch',
  elsewhereTitle: 'This counter belongs to the branch {{branch}}',
  elsewhereText: 'You work at the branch {{own}}. The server would not take what you write here.',
  elsewhereAsk: 'Should you work here, too? Please ask {{owners}}.',
  elsewhereAskLead: 'Should you work here, too? Please ask the owner.',
  another: 'Sign somebody else in',
};
