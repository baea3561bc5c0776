import type { Messages } from '../de/index.ts';

export const commands: Messages['commands'] = {
  checkOut: 'Nouvelle remise',
  customer: 'Nouveau client',
  vehicle: 'Nouveau véhicule',
  fine: 'Nouvelle amende',
  invoice: 'Facture libre',
  importCustomers: 'Importer des clients depuis un fichier',
  importFleet: 'Importer la flotte depuis un fichier',
  bankFile: 'Lire un fichier bancaire',
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
