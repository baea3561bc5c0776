export const status = {
  quote: 'Offerte',
  reserved: 'reserviert',
  to_assign: 'zuteilen',
  out: 'unterwegs',
  returned: 'zurück',
  closed: 'abgeschlossen',
  void: 'storniert',
} as const;
