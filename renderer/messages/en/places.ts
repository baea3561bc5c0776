import type { Messages } from '../de/index.ts';

export const places: Messages['places'] = { desk: 'Today', inbox: 'Inbox', settings: 'Settings' };
