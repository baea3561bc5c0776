import type { Messages } from '../de/index.ts';

export const conflict: Messages['conflict'] = {
  double_check_out: 'Deux contrats, un véhicule',
  odometer_back: 'Le kilométrage recule',
  double_assignment: 'Deux réservations, un véhicule',
  double_amendment: 'Deux avenants pour un contrat',
  double_check_in: 'Un véhicule, deux retours',
  price_changed: 'Prix modifié entre-temps',
  void_invoice_paid: 'Facture créditée payée',
  duplicate_customer: 'Client saisi deux fois',
  bothStand: '{{plate}} · les deux restent valables',
};
