import type { Messages } from '../de/index.ts';

export const settings: Messages['settings'] = {
  title: 'Impostazioni',
  window: 'Finestra',
  language: 'Lingua',
  languageOfClerk: 'quella della persona allo sportello',
  theme: 'Luminosità',
  themeLight: 'chiaro',
  themeDark: 'scuro',
  themeSystem: 'come il sistema',
  servers: 'Server',
  supabase: 'Dati e accesso',
  powersync: 'Sincronizzazione',
  source: 'Origine',
  sourceBuild: 'fornito con il programma',
  sourceMachine: 'file su questo apparecchio',
  serversFile: 'File',
  thisMachine: 'Questo apparecchio',
  counter: 'Sportello',
  device: 'Apparecchio',
  version: 'Versione',
  lastSynced: 'Ultima sincronizzazione',
  never: 'mai',
  signOut: 'Uscire',
  signOutHint:
    'Ciò che non è ancora inviato resta su questo apparecchio e verrà inviato al prossimo accesso.',
};
