import type { Messages } from '../de/index.ts';

export const inbox: Messages['inbox'] = {
  title: 'Inbox',
  waiting: 'Waits for the line',
  waitingNone: 'Everything is sent.',
  waitingRow_one: '{{count}} change',
  waitingRow_other: '{{count}} changes',
  refused: 'Refused by the server',
  refusedNone: 'Nothing refused.',
  conflicts: 'Conflicts',
  conflictsNone: 'No conflicts.',
  details: 'Technical details',
  settle: 'Settled',
  settleHint: 'What was decided?',
  settleNeeded: 'Write briefly what was decided.',
  explain: {
    double_check_out: 'Both contracts stand. Find out who has the car, and exchange it for the other.',
    odometer_back: 'Before {{before}} km, now {{now}} km. Check the car and the contract.',
    double_assignment: 'The second reservation keeps its customer and is to be assigned anew.',
    double_amendment: 'Two amendments to the same text. Find out with the renter which one holds.',
    price_changed: 'The price changed meanwhile. The signed one holds.',
    void_invoice_paid: 'The invoice had been credited. Give the money back, or bill anew.',
    duplicate_customer: 'The same person is there twice. Merge the two.',
  },
};
