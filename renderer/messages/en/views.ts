import type { Messages } from '../de/index.ts';

export const views: Messages['views'] = {
  label: 'Saved views',
  save: 'Save view',
  name: 'Name of the view',
  hint: 'such as “Open bills of companies”; for you alone, at every counter',
  rename: 'Rename view',
  remove: 'Delete view',
  removeText: '“{{name}}” goes from all counters. Nothing else is deleted.',
  change: 'rename',
  deleteKey: 'Del',
  delete: 'delete',
  problem: {
    name_missing: 'Please give the view a name.',
    name_taken: 'There is a “{{name}}” here already. Choose another name.',
  },
};
