import type { Messages } from '../de/index.ts';

export const signIn: Messages['signIn'] = {
  title: 'Accesso',
  email: 'E-mail',
  password: 'Password',
  submit: 'Accedere',
  submitting: 'Accesso in corso …',
  hint: 'Una sola volta con connessione. Poi lo sportello si apre anche senza.',
  server: 'Server {{address}}',
};
