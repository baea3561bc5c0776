import type { Messages } from '../de/index.ts';

export const conflict: Messages['conflict'] = {
  double_check_out: 'Due contratti, un veicolo',
  odometer_back: 'Il chilometraggio diminuisce',
  double_assignment: 'Due prenotazioni, un veicolo',
  double_amendment: 'Due aggiunte a un contratto',
  double_check_in: 'Un veicolo, due riconsegne',
  price_changed: 'Prezzo cambiato nel frattempo',
  void_invoice_paid: 'Pagata una fattura accreditata',
  duplicate_customer: 'Cliente registrato due volte',
  bothStand: '{{plate}} · valgono entrambi',
};
