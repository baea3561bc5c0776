import type { Messages } from '../de/index.ts';

export const inbox: Messages['inbox'] = {
  title: 'Pendenze',
  waiting: 'In attesa della connessione',
  waitingNone: 'Tutto è inviato.',
  waitingRow_one: '{{count}} modifica',
  waitingRow_other: '{{count}} modifiche',
  refused: 'Rifiutato dal server',
  refusedNone: 'Nessun rifiuto.',
  conflicts: 'Contraddizioni',
  conflictsNone: 'Nessuna contraddizione.',
  details: 'Dettagli tecnici',
  settle: 'Evaso',
  settleHint: 'Che cosa è stato deciso?',
  settleNeeded: 'Indicare brevemente che cosa è stato deciso.',
  explain: {
    double_check_out:
      'Valgono entrambi i contratti. Chiarire chi ha il veicolo e proporre un cambio all’altra persona.',
    odometer_back: 'Prima {{before}} km, ora {{now}} km. Controllare il veicolo e il contratto.',
    double_assignment: 'La seconda prenotazione mantiene il cliente e va assegnata di nuovo.',
    double_amendment: 'Due aggiunte allo stesso testo. Chiarire con chi noleggia quale vale.',
    price_changed: 'Il prezzo è cambiato nel frattempo. Vale quello firmato.',
    void_invoice_paid: 'La fattura era stata accreditata. Rimborsare l’importo o fatturare di nuovo.',
    duplicate_customer: 'La stessa persona è registrata due volte. Unire le due registrazioni.',
  },
};
