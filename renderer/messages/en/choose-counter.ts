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
};
