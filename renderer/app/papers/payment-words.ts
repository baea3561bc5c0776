/** The reference of a payment that was kept of the deposit: a word for programs, never shown. */
export const keptDeposit = 'deposit';

/** How something was paid, in the language of the paper. */
export const paymentWords = {
  de: { card: 'Karte', cash: 'bar', twint: 'TWINT', bank: 'Überweisung', deposit: 'Kaution, einbehalten' },
  fr: { card: 'carte', cash: 'espèces', twint: 'TWINT', bank: 'virement', deposit: 'caution, retenue' },
  it: { card: 'carta', cash: 'contanti', twint: 'TWINT', bank: 'bonifico', deposit: 'cauzione, trattenuta' },
  en: { card: 'card', cash: 'cash', twint: 'TWINT', bank: 'bank transfer', deposit: 'deposit, kept' },
} as const;
