import type { PaperLanguage } from '#shared/parties/paper-fields.ts';

/** Every word on an amendment beside those that all papers have. A key that a language lacks does not compile. */
export interface AmendmentTexts {
  readonly title: (position: number) => string;
  readonly to: (contract: string, signedOn: string) => string;
  readonly what: string;
  readonly before: string;
  readonly now: string;
  readonly price: string;
  readonly totalBefore: string;
  readonly more: string;
  readonly less: string;
  readonly same: string;
  readonly rest: string;
  readonly declaration: string;
}

export const amendmentTexts: Readonly<Record<PaperLanguage, AmendmentTexts>> = {
  de: {
    title: (position) => `${position}. Nachtrag`,
    to: (contract, signedOn) => `zum Mietvertrag ${contract}, unterschrieben am ${signedOn}`,
    what: 'Änderung',
    before: 'bisher',
    now: 'neu',
    price: 'Mietpreis ab diesem Nachtrag',
    totalBefore: 'Bisheriger Mietpreis',
    more: 'Mehrpreis',
    less: 'Minderpreis',
    same: 'Der Mietpreis bleibt gleich.',
    rest: 'Im Übrigen bleibt der Vertrag mit seinen früheren Nachträgen unverändert.',
    declaration: 'Ich habe die Änderungen und den Preis geprüft und bin mit ihnen einverstanden.',
  },
  fr: {
    title: (position) => `Avenant ${position}`,
    to: (contract, signedOn) => `au contrat de location ${contract}, signé le ${signedOn}`,
    what: 'Modification',
    before: 'jusqu’ici',
    now: 'désormais',
    price: 'Prix de la location dès cet avenant',
    totalBefore: 'Prix de la location jusqu’ici',
    more: 'Supplément',
    less: 'Réduction',
    same: 'Le prix de la location reste le même.',
    rest: 'Pour le reste, le contrat et ses avenants antérieurs demeurent inchangés.',
    declaration: 'J’ai vérifié les modifications et le prix et je les accepte.',
  },
  it: {
    title: (position) => `Aggiunta ${position}`,
    to: (contract, signedOn) => `al contratto di noleggio ${contract}, firmato il ${signedOn}`,
    what: 'Modifica',
    before: 'finora',
    now: 'ora',
    price: 'Prezzo del noleggio da questa aggiunta',
    totalBefore: 'Prezzo del noleggio finora',
    more: 'Supplemento',
    less: 'Riduzione',
    same: 'Il prezzo del noleggio resta uguale.',
    rest: 'Per il resto il contratto e le sue aggiunte precedenti restano invariati.',
    declaration: 'Ho verificato le modifiche e il prezzo e li accetto.',
  },
  en: {
    title: (position) => `Amendment ${position}`,
    to: (contract, signedOn) => `to rental agreement ${contract}, signed on ${signedOn}`,
    what: 'Change',
    before: 'before',
    now: 'now',
    price: 'Price of the rental from this amendment on',
    totalBefore: 'Price of the rental before',
    more: 'In addition',
    less: 'Less',
    same: 'The price of the rental stays the same.',
    rest: 'In all else the agreement and its earlier amendments remain as they are.',
    declaration: 'I have checked the changes and the price, and agree to them.',
  },
};
