import type { Messages } from '../de/index.ts';

export const settings: Messages['settings'] = {
  title: 'Réglages',
  window: 'Fenêtre',
  language: 'Langue',
  languageOfClerk: 'celle de la personne au guichet',
  theme: 'Luminosité',
  themeLight: 'clair',
  themeDark: 'sombre',
  themeSystem: 'comme le système',
  servers: 'Serveurs',
  supabase: 'Données et connexion',
  powersync: 'Synchronisation',
  source: 'Origine',
  sourceBuild: 'livré avec le programme',
  sourceMachine: 'fichier sur cet appareil',
  serversFile: 'Fichier',
  thisMachine: 'Cet appareil',
  counter: 'Guichet',
  device: 'Appareil',
  version: 'Version',
  lastSynced: 'Dernière synchronisation',
  never: 'jamais',
  signOut: 'Se déconnecter',
  signOutHint:
    'Ce qui n’est pas encore envoyé reste sur cet appareil et sera envoyé après la prochaine connexion.',
};
