import type { Messages } from '../de/index.ts';

export const commands: Messages['commands'] = {
  checkOut: 'New check-out',
  customer: 'New customer',
  vehicle: 'New vehicle',
  fine: 'New fine',
  invoice: 'Manual invoice',
  importCustomers: 'Import customers from a file',
  importFleet: 'Import the fleet from a file',
  bankFile: 'Read a bank file',
  closeDrawer: 'Count and close the drawer',
  back: 'Back',
  language: 'Language: {{language}}',
  theme: 'Brightness: {{theme}}',
  groups: {
    places: 'Places',
    tasks: 'Tasks',
    views: 'Views',
    reports: 'Reports',
    settings: 'Settings',
    window: 'Window',
  },
};
