import type { Messages } from '../de/index.ts';

export const conflict: Messages['conflict'] = {
  double_check_out: 'Two contracts, one vehicle',
  odometer_back: 'Odometer goes back',
  double_assignment: 'Two reservations, one vehicle',
  double_amendment: 'Two amendments to one contract',
  double_check_in: 'One car, taken back twice',
  price_changed: 'Price changed meanwhile',
  void_invoice_paid: 'Credited invoice paid',
  duplicate_customer: 'Customer entered twice',
  bothStand: '{{plate}} · both are valid',
};
