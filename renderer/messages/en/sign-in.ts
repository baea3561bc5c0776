import type { Messages } from '../de/index.ts';

export const signIn: Messages['signIn'] = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  submitting: 'Signing in …',
  hint: 'Once with a connection. Afterwards the counter opens without.',
  server: 'Server {{address}}',
  wrong_credentials: 'E-mail or password is wrong.',
  server_unreachable: 'The server cannot be reached. Check the connection and try again.',
  too_many_tries: 'Too many tries. Wait a quarter of an hour.',
  no_access: 'This account belongs to no company here, or is suspended. Ask the owner.',
  other_company: 'This machine belongs to another company. Its data and unsent work stay as they are.',
};
