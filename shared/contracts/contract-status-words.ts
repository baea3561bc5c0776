import type { RefusalLanguage } from '../result/refusal-texts.ts';
import type { ContractStatus } from './contract-state.ts';

/** What a contract is, in a word. */
export const statusWords: Readonly<Record<RefusalLanguage, Readonly<Record<ContractStatus, string>>>> = {
  de: {
    quote: 'Offerte',
    reserved: 'reserviert',
    to_assign: 'zuzuteilen',
    out: 'unterwegs',
    returned: 'zurück',
    closed: 'abgeschlossen',
    void: 'storniert',
  },
  fr: {
    quote: 'offre',
    reserved: 'réservé',
    to_assign: 'à attribuer',
    out: 'en location',
    returned: 'rendu',
    closed: 'clos',
    void: 'annulé',
  },
  it: {
    quote: 'offerta',
    reserved: 'prenotato',
    to_assign: 'da assegnare',
    out: 'in noleggio',
    returned: 'rientrato',
    closed: 'chiuso',
    void: 'annullato',
  },
  en: {
    quote: 'quote',
    reserved: 'reserved',
    to_assign: 'to assign',
    out: 'out',
    returned: 'returned',
    closed: 'closed',
    void: 'void',
  },
};
