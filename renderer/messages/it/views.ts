import type { Messages } from '../de/index.ts';

export const views: Messages['views'] = {
  label: 'Viste salvate',
  save: 'Salvare la vista',
  name: 'Nome della vista',
  hint: 'p. es. «Fatture aperte ditte»; solo per Lei, a ogni sportello',
  rename: 'Rinominare la vista',
  remove: 'Eliminare la vista',
  removeText: '«{{name}}» scompare a tutti gli sportelli. Nient’altro viene eliminato.',
  change: 'rinominare',
  deleteKey: 'Canc',
  delete: 'eliminare',
  problem: {
    name_missing: 'Dare un nome alla vista.',
    name_taken: '«{{name}}» esiste già qui. Scegliere un altro nome.',
  },
};
