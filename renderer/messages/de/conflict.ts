export const conflict = {
  double_check_out: 'Zwei Verträge, ein Wagen',
  odometer_back: 'Kilometerstand geht zurück',
  double_assignment: 'Zwei Reservationen, ein Wagen',
  double_amendment: 'Zwei Nachträge zu einem Vertrag',
  double_check_in: 'Ein Wagen, zwei Rücknahmen',
  price_changed: 'Preis inzwischen geändert',
  void_invoice_paid: 'Gutgeschriebene Rechnung bezahlt',
  duplicate_customer: 'Kundin oder Kunde doppelt erfasst',
  bothStand: '{{plate}} · beide gelten',
} as const;
