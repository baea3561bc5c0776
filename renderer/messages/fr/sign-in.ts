import type { Messages } from '../de/index.ts';

export const signIn: Messages['signIn'] = {
  title: 'Connexion',
  email: 'E-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  submitting: 'Connexion …',
  hint: 'Une seule fois en ligne. Ensuite, le guichet s’ouvre aussi sans connexion.',
  server: 'Serveur {{address}}',
};
