import type { Messages } from '../de/index.ts';

export const sync: Messages['sync'] = {
  inStep: 'Up to date',
  connecting: 'Connecting …',
  waiting_one: '{{count}} waiting',
  waiting_other: '{{count}} waiting',
  offlineSince: 'Offline since {{time}}',
  refused_one: '{{count}} refused',
  refused_other: '{{count}} refused',
  signInNeeded: 'Sign in again to send',
  notPermitted: 'Access blocked',
  cannotSend: 'Sending is failing',
  updateNeeded: 'Update needed to send',
};
