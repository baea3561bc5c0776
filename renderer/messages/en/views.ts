import type { Messages } from '../de/index.ts';

export const views: Messages['views'] = {
  label: 'Saved views',
  save: 'Save view',
  name: 'Name of the view',
  hint: 'such as “Open invoices of companies”; for you alone, at every counter',
  rename: 'Rename view',
  remove: 'Delete view',
  removeText: '“{{name}}” disappears at all counters. Nothing else is deleted.',
  change: 'rename',
  deleteKey: 'Del',
  delete: 'delete',
  problem: {
    name_missing: 'Please give the view a name.',
    name_taken: 'There is already a “{{name}}” here. Please choose another name.',
  },
};
