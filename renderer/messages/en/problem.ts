import type { Messages } from '../de/index.ts';

export const problem: Messages['problem'] = {
  first_sync_missing: 'The data is not fully loaded yet. Wait a moment.',
  vehicle_out: 'This vehicle is out with contract {{contract}}.',
  vehicle_not_rentable: 'This vehicle is not for rent.',
  vehicle_missing: 'Choose a vehicle.',
  customer_missing: 'Choose a customer.',
  reservation_gone: 'This reservation was checked out or cancelled already.',
  odometer_impossible: 'The odometer must be between 0 and 9’999’999.',
  fuel_impossible: 'Fuel is between 0 and 8 eighths.',
  start_too_far: 'The check-out is now: at most 12 hours earlier or later.',
  signature_missing: 'The signature is missing.',
  period_backwards: 'The return must be after the check-out.',
  period_too_long: 'A rental lasts at most {{limitDays}} days.',
  no_rate: 'There is no rate for this category and period.',
  driver_too_young: 'Minimum age {{limit}}; the person is {{age}}.',
  driver_too_old: 'Maximum age {{limit}}; the person is {{age}}.',
  licence_too_new: 'The licence must be at least {{limit}} years old.',
  licence_before_birth: 'The licence is older than the person.',
  licence_category_missing: 'This vehicle needs category {{needed}}.',
  licence_expired: 'The licence is valid only until {{day}}.',
  contract_not_signed: 'This contract is not signed.',
  already_invoiced: 'Invoice {{number}} exists for it already.',
  drawer_closed:
    'The cash drawer of this counter is not open. Open it first, or take the deposit another way.',
  unexpected: 'Something went wrong. Nothing is lost; please try again. ({{code}})',
};
