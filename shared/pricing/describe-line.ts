import { formatAmount } from '../money/format-money.ts';
import { unreachable } from '../result/result.ts';
import type { PriceRule } from './price-rental.ts';

/** The language of a paper; the language of the clerk's window is another matter. */
export type PaperLanguage = 'de' | 'fr' | 'it' | 'en';

export interface LineWords {
  readonly label: string;
  readonly explanation: string;
}

const words = {
  de: {
    days: (n: number) => (n === 1 ? '1 Tag Miete' : `${n} Tage Miete`),
    perDay: (rate: string, price: string) => `${rate}, ${price} je Tag`,
    kilometres: (n: string) => `Inbegriffen ${n} km`,
    beyond: (price: string) => `danach ${price} je km`,
  },
  fr: {
    days: (n: number) => (n === 1 ? '1 jour de location' : `${n} jours de location`),
    perDay: (rate: string, price: string) => `${rate}, ${price} par jour`,
    kilometres: (n: string) => `${n} km inclus`,
    beyond: (price: string) => `ensuite ${price} par km`,
  },
  it: {
    days: (n: number) => (n === 1 ? '1 giorno di noleggio' : `${n} giorni di noleggio`),
    perDay: (rate: string, price: string) => `${rate}, ${price} al giorno`,
    kilometres: (n: string) => `${n} km inclusi`,
    beyond: (price: string) => `poi ${price} al km`,
  },
  en: {
    days: (n: number) => (n === 1 ? '1 day rental' : `${n} days rental`),
    perDay: (rate: string, price: string) => `${rate}, ${price} per day`,
    kilometres: (n: string) => `${n} km included`,
    beyond: (price: string) => `then ${price} per km`,
  },
} as const satisfies Record<PaperLanguage, unknown>;

/** Says in words which rule made a line, as it stands on the screen, the contract and the invoice. */
export function describeLine(rule: PriceRule, language: PaperLanguage): LineWords {
  const say = words[language];
  switch (rule.code) {
    case 'day_rate':
      return {
        label: say.days(rule.days),
        explanation: say.perDay(rule.rateName, formatAmount(rule.dayPrice)),
      };
    case 'kilometres_included':
      return {
        label: say.kilometres(rule.kilometres.toString().replace(/\B(?=(\d{3})+$)/g, '’')),
        explanation: say.beyond(formatAmount(rule.extraKilometrePrice)),
      };
    default:
      return unreachable(rule);
  }
}
