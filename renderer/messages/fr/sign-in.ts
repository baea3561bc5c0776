import type { Messages } from '../de/index.ts';

export const signIn: Messages['signIn'] = {
  title: 'Connexion',
  email: 'E-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  submitting: 'Connexion …',
  hint: 'Une seule fois en ligne. Ensuite, le guichet s’ouvre aussi sans connexion.',
  server: 'Serveur {{address}}',
  wrong_credentials: 'L’e-mail ou le mot de passe est incorrect.',
  server_unreachable: 'Le serveur est inaccessible. Vérifiez la connexion et réessayez.',
  too_many_tries: 'Trop de tentatives. Attendez un quart d’heure.',
  no_access: 'Ce compte n’appartient à aucune entreprise ici ou est suspendu. Adressez-vous à la direction.',
  other_company:
    'Cet appareil appartient à une autre entreprise. Ses données et opérations en attente restent inchangées.',
};
