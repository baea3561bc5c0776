import type { Messages } from '../de/index.ts';

export const chooseCounter: Messages['chooseCounter'] = {
  title: 'Which counter is this?',
  hint: 'Every counter gives out its own contract numbers. So a counter is one machine only.',
  loading: 'Loading the data for the first time …',
  counter_taken: 'Another machine is this counter already.',
  takeOverHint:
    'If the old machine was replaced, a manager can move the counter here. Send everything that waits there first.',
  takeOver: 'Move it to this machine',
  not_permitted: 'You may not open this counter.',
  server_unreachable: 'This needs the connection to the server once.',
  noneAtOwnBranch:
    'You work at the branch {{branch}}, and no counter is in use there. You may not open counters of other branches.',
  noneAtAll: 'No counter is in use in your company.',
  askOwners: 'Please ask {{owners}}: the owner sets up counters and says at which branch you work.',
  askSupport: 'Please ask support: they set up the first counter.',
};
