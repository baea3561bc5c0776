import type { Messages } from '../de/index.ts';

export const chooseCounter: Messages['chooseCounter'] = {
  title: 'Che sportello è questo?',
  hint: 'Ogni sportello assegna i propri numeri di contratto. Perciò uno sportello corrisponde sempre a un solo apparecchio.',
  loading: 'Primo caricamento dei dati …',
  counter_taken: 'Questo sportello è già occupato da un altro apparecchio.',
  takeOverHint:
    'Se il vecchio apparecchio è stato sostituito, la direzione può trasferire qui lo sportello. Inviare prima tutto ciò che vi è in attesa.',
  takeOver: 'Trasferire su questo apparecchio',
  not_permitted: 'Non è permesso aprire questo sportello.',
  server_unreachable: 'Per questo serve, una sola volta, la connessione al server.',
  noneAtOwnBranch:
    'Lei lavora alla filiale {{branch}}, dove nessuno sportello è in servizio. Non può aprire gli sportelli di altre filiali.',
  noneAtAll: 'Nella Sua ditta nessuno sportello è in servizio.',
  askOwners:
    'Si rivolga a {{owners}}: la direzione configura gli sportelli e stabilisce in quale filiale Lei lavora.',
  askSupport: 'Si rivolga al supporto, che configura il primo sportello.',
};
