import type { Messages } from '../de/index.ts';

export const lock: Messages['lock'] = {
  title: 'Chi lavora qui?',
  hint: 'L’iniziale o una freccia sceglie, le cifre sono il PIN.',
  people: 'Persone su questo apparecchio',
  pin: 'PIN di {{name}}',
  open: 'Aprire',
  opening: 'Apertura …',
  needsPassword: 'serve la password',
  suspended: 'sospeso',
  byPassword: 'Accedere con la password',
  back: 'Indietro',
  switch: 'Bloccare o cambiare',
  elsewhere: 'altra filiale',
  elsewhereTitle: 'Questo sportello appartiene alla filiale {{branch}}',
  elsewhereText: 'Lei lavora alla filiale {{own}}. Il server non accetterebbe ciò che scriverebbe qui.',
  elsewhereAsk: 'Deve lavorare anche qui? Si rivolga a {{owners}}.',
  elsewhereAskLead: 'Deve lavorare anche qui? Si rivolga alla direzione.',
  another: 'Accedere come altra persona',
};
