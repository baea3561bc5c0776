import type { Messages } from '../de/index.ts';

export const places: Messages['places'] = {
  desk: 'Today',
  reports: 'Reports',
  inbox: 'Inbox',
  settings: 'Settings',
};
