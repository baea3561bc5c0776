import type { Messages } from '../de/index.ts';

export const commands: Messages['commands'] = {
  checkOut: 'Nouveau départ',
  customer: 'Nouveau client',
  vehicle: 'Nouveau véhicule',
  fine: 'Nouvelle amende',
  invoice: 'Facture libre',
  importCustomers: 'Importer des clients d’un fichier',
  importFleet: 'Importer la flotte d’un fichier',
  bankFile: 'Lire un fichier de la banque',
  closeDrawer: 'Compter et clôturer la caisse',
  back: 'Retour',
  language: 'Langue : {{language}}',
  theme: 'Luminosité : {{theme}}',
  groups: {
    places: 'Lieux',
    tasks: 'Tâches',
    views: 'Vues',
    reports: 'Rapports',
    settings: 'Réglages',
    window: 'Fenêtre',
  },
};
