import type { Messages } from '../de/index.ts';

export const keys: Messages['keys'] = {
  open: 'open',
  walkIn: 'walk-in',
  returns: 'returns',
  contract: 'contract',
  upDown: 'up/down',
  reserve: 'reserve',
  moveBar: 'move',
  lengthen: 'length',
  scroll: 'week',
  accept: 'apply',
  hold: 'hold',
  transferKey: 'transfer',
  save: 'save',
  zoom: 'zoom',
  search: 'search',
  next: 'next',
  back: 'back',
  nextField: 'next field',
  invoice: 'invoice',
  paper: 'show contract',
};
