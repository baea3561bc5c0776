import type { CashMovementKind } from '#shared/cash/cash-movement.ts';
import type { OtherPaymentMethod } from '#shared/cash/day-sheet.ts';
import type { PaperLanguage } from '#shared/parties/paper-fields.ts';

/** Every word on the cash report. A key that a language lacks does not compile. */
export interface CashReportTexts {
  readonly title: string;
  readonly branch: string;
  readonly drawer: string;
  readonly opened: string;
  readonly closed: string;
  readonly movements: string;
  readonly time: string;
  readonly movement: string;
  readonly in: string;
  readonly out: string;
  readonly balance: string;
  readonly openingFloat: string;
  readonly kinds: Readonly<Record<CashMovementKind, string>>;
  readonly sum: string;
  readonly count: string;
  readonly notes: string;
  readonly coins: string;
  readonly pieces: string;
  readonly amount: string;
  readonly result: string;
  readonly expected: string;
  readonly counted: string;
  readonly difference: string;
  readonly tooLittle: (amount: string) => string;
  readonly tooMuch: (amount: string) => string;
  readonly right: string;
  readonly reason: (reason: string) => string;
  readonly left: string;
  readonly toBank: string;
  readonly otherPayments: string;
  readonly method: string;
  readonly methods: Readonly<Record<OtherPaymentMethod, string>>;
  readonly number: string;
  readonly received: string;
  readonly refunded: string;
  readonly net: string;
  readonly sold: string;
  readonly closedBy: string;
  readonly checkedBy: string;
  readonly placeAndDate: string;
}

const de: CashReportTexts = {
  title: 'Kassenabschluss',
  branch: 'Filiale, Schalter',
  drawer: 'Kasse',
  opened: 'Eröffnet',
  closed: 'Abgeschlossen',
  movements: 'Bewegungen',
  time: 'Zeit',
  movement: 'Bewegung',
  in: 'Eingang',
  out: 'Ausgang',
  balance: 'Bestand',
  openingFloat: 'Anfangsbestand',
  kinds: {
    payment: 'Zahlung',
    refund: 'Rückzahlung',
    deposit_in: 'Kaution erhalten',
    deposit_out: 'Kaution zurückgegeben',
    paid_in: 'Einlage',
    paid_out: 'Entnahme',
  },
  sum: 'Total',
  count: 'Zählung',
  notes: 'Noten',
  coins: 'Münzen',
  pieces: 'Anzahl',
  amount: 'Betrag',
  result: 'Abschluss',
  expected: 'Sollbestand',
  counted: 'Gezählt',
  difference: 'Differenz',
  tooLittle: (amount) => `${amount} zu wenig`,
  tooMuch: (amount) => `${amount} zu viel`,
  right: 'keine',
  reason: (reason) => `Grund: ${reason}`,
  left: 'Bleibt in der Kasse',
  toBank: 'An die Bank',
  otherPayments: 'Andere Zahlungsarten',
  method: 'Zahlungsart',
  methods: { card: 'Karte', twint: 'TWINT', bank: 'Überweisung', stripe: 'Stripe (online)' },
  number: 'Anzahl',
  received: 'Erhalten',
  refunded: 'Zurückbezahlt',
  net: 'Saldo',
  sold: 'MWST auf dem Verkauften',
  closedBy: 'Abgeschlossen von',
  checkedBy: 'Geprüft von',
  placeAndDate: 'Ort, Datum',
};

const fr: CashReportTexts = {
  title: 'Clôture de caisse',
  branch: 'Succursale, guichet',
  drawer: 'Caisse',
  opened: 'Ouverte',
  closed: 'Clôturée',
  movements: 'Mouvements',
  time: 'Heure',
  movement: 'Mouvement',
  in: 'Entrée',
  out: 'Sortie',
  balance: 'Solde',
  openingFloat: 'Fonds initial',
  kinds: {
    payment: 'Paiement',
    refund: 'Remboursement',
    deposit_in: 'Caution reçue',
    deposit_out: 'Caution rendue',
    paid_in: 'Apport',
    paid_out: 'Retrait',
  },
  sum: 'Total',
  count: 'Comptage',
  notes: 'Billets',
  coins: 'Pièces',
  pieces: 'Nombre',
  amount: 'Montant',
  result: 'Résultat',
  expected: 'Solde théorique',
  counted: 'Compté',
  difference: 'Différence',
  tooLittle: (amount) => `${amount} en moins`,
  tooMuch: (amount) => `${amount} en trop`,
  right: 'aucune',
  reason: (reason) => `Motif\u00a0: ${reason}`,
  left: 'Reste en caisse',
  toBank: 'À la banque',
  otherPayments: 'Autres modes de paiement',
  method: 'Mode',
  methods: { card: 'Carte', twint: 'TWINT', bank: 'Virement', stripe: 'Stripe (en ligne)' },
  number: 'Nombre',
  received: 'Reçu',
  refunded: 'Remboursé',
  net: 'Solde',
  sold: 'TVA sur les ventes',
  closedBy: 'Clôturé par',
  checkedBy: 'Contrôlé par',
  placeAndDate: 'Lieu, date',
};

const it: CashReportTexts = {
  title: 'Chiusura di cassa',
  branch: 'Filiale, sportello',
  drawer: 'Cassa',
  opened: 'Aperta',
  closed: 'Chiusa',
  movements: 'Movimenti',
  time: 'Ora',
  movement: 'Movimento',
  in: 'Entrata',
  out: 'Uscita',
  balance: 'Saldo',
  openingFloat: 'Fondo iniziale',
  kinds: {
    payment: 'Pagamento',
    refund: 'Rimborso',
    deposit_in: 'Cauzione ricevuta',
    deposit_out: 'Cauzione restituita',
    paid_in: 'Versamento',
    paid_out: 'Prelievo',
  },
  sum: 'Totale',
  count: 'Conteggio',
  notes: 'Banconote',
  coins: 'Monete',
  pieces: 'Numero',
  amount: 'Importo',
  result: 'Risultato',
  expected: 'Saldo teorico',
  counted: 'Contato',
  difference: 'Differenza',
  tooLittle: (amount) => `${amount} in meno`,
  tooMuch: (amount) => `${amount} in più`,
  right: 'nessuna',
  reason: (reason) => `Motivo: ${reason}`,
  left: 'Resta in cassa',
  toBank: 'Alla banca',
  otherPayments: 'Altri mezzi di pagamento',
  method: 'Mezzo',
  methods: { card: 'Carta', twint: 'TWINT', bank: 'Bonifico', stripe: 'Stripe (online)' },
  number: 'Numero',
  received: 'Ricevuto',
  refunded: 'Rimborsato',
  net: 'Saldo',
  sold: 'IVA sulle vendite',
  closedBy: 'Chiuso da',
  checkedBy: 'Controllato da',
  placeAndDate: 'Luogo, data',
};

const en: CashReportTexts = {
  title: 'Cash report',
  branch: 'Branch, counter',
  drawer: 'Drawer',
  opened: 'Opened',
  closed: 'Closed',
  movements: 'Movements',
  time: 'Time',
  movement: 'Movement',
  in: 'In',
  out: 'Out',
  balance: 'Balance',
  openingFloat: 'Opening float',
  kinds: {
    payment: 'Payment',
    refund: 'Refund',
    deposit_in: 'Deposit received',
    deposit_out: 'Deposit given back',
    paid_in: 'Paid in',
    paid_out: 'Paid out',
  },
  sum: 'Total',
  count: 'Count',
  notes: 'Notes',
  coins: 'Coins',
  pieces: 'Pieces',
  amount: 'Amount',
  result: 'Result',
  expected: 'Expected',
  counted: 'Counted',
  difference: 'Difference',
  tooLittle: (amount) => `${amount} short`,
  tooMuch: (amount) => `${amount} over`,
  right: 'none',
  reason: (reason) => `Reason: ${reason}`,
  left: 'Stays in the drawer',
  toBank: 'To the bank',
  otherPayments: 'Other means of payment',
  method: 'Means',
  methods: { card: 'Card', twint: 'TWINT', bank: 'Bank transfer', stripe: 'Stripe (online)' },
  number: 'Number',
  received: 'Received',
  refunded: 'Refunded',
  net: 'Net',
  sold: 'VAT on sales',
  closedBy: 'Closed by',
  checkedBy: 'Checked by',
  placeAndDate: 'Place, date',
};

export const cashReportTexts: Readonly<Record<PaperLanguage, CashReportTexts>> = { de, fr, it, en };
