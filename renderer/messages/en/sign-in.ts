import type { Messages } from '../de/index.ts';

export const signIn: Messages['signIn'] = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  submitting: 'Signing in …',
  hint: 'Once with a connection. After that the counter opens without one, too.',
  server: 'Server {{address}}',
};
