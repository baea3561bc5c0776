import { formatAmount, formatRate } from '../money/format-money.ts';
import type { BasisPoints } from '../money/rappen.ts';
import { unreachable } from '../result/result.ts';
import { type LineWordsOf, type PaperLanguage, lineWords } from './line-words.ts';
import type { Kilometres, PriceRule } from './price-line.ts';

export type { PaperLanguage } from './line-words.ts';

export interface LineWords {
  readonly label: string;
  readonly explanation: string;
}

/** Says in words which rule made a line, as it stands on the screen, the contract and the invoice. */
export function describeLine(rule: PriceRule, language: PaperLanguage): LineWords {
  const say = lineWords[language];
  const { label, explanation } = wordsOf(rule, say);
  if (!rule.part) return { label, explanation };
  return { label: `${label} (${say.part(rule.part.days, rule.part.ofDays)})`, explanation };
}

function wordsOf(rule: PriceRule, say: LineWordsOf): LineWords {
  switch (rule.code) {
    case 'day_rate':
      return line(say.days(rule.days), say.perDay(rule.rateName, formatAmount(rule.dayPrice)));
    case 'hour_rate':
      return line(say.hours(rule.hours), say.perHour(rule.rateName, formatAmount(rule.hourPrice)));
    case 'weekend_rate':
    case 'week_rate':
    case 'month_rate':
      return line(say[rule.code](rule.count), say.unit(rule.rateName, formatAmount(rule.price), rule.days));
    case 'exchanged_leg':
      return line(
        say.leg(rule.category, rule.days),
        say.legShare(rule.days, rule.ofDays, formatAmount(rule.wholePrice)),
      );
    case 'kilometres_included':
      return line(
        say.kilometres(grouped(rule.kilometres)),
        say.beyond(formatAmount(rule.extraKilometrePrice)),
      );
    case 'kilometres_unlimited':
      return line(say.unlimited, '');
    case 'kilometre_package':
      return line(packageLabel(rule.kilometres, say), `${rule.name}, ${formatAmount(rule.price)}`);
    case 'extra_kilometres':
      return line(
        say.extraKilometres(grouped(rule.driven - rule.included)),
        say.drivenOf(grouped(rule.driven), grouped(rule.included), formatAmount(rule.price)),
      );
    case 'extra_per_day':
    case 'protection':
      return line(counted(rule), say.forDays(rule.days, formatAmount(rule.price)));
    case 'extra_once':
      return line(counted(rule), `${say.each(rule.count, formatAmount(rule.price))}, ${say.once}`);
    case 'extra_maximum':
    case 'protection_maximum':
      return line(counted(rule), say.most(formatAmount(rule.price)));
    case 'young_driver':
      return line(
        say.young_driver,
        `${say.underAge(rule.underAge)}, ${say.forDays(rule.days, formatAmount(rule.price))}`,
      );
    case 'young_driver_maximum':
      return line(say.young_driver, `${say.underAge(rule.underAge)}, ${say.most(formatAmount(rule.price))}`);
    case 'one_way':
      return line(say.one_way, `${rule.from} → ${rule.to}`);
    case 'after_hours_pick_up':
    case 'after_hours_return':
      return line(say[rule.code], rule.branch);
    case 'airport':
      return line(say.airport, withShare(rule.branch, rule.share));
    case 'discount':
    case 'voucher':
      return line(say[rule.code], withShare(rule.name, rule.share));
    case 'late_fee':
      return line(say.late_fee, say.late(rule.minutes));
    case 'signed_price_holds':
      return line(say.signed, say.signedWhy);
    default:
      return unreachable(rule);
  }
}

function line(label: string, explanation: string): LineWords {
  return { label, explanation };
}

function counted({ name, count }: { readonly name: string; readonly count: number }): string {
  return count === 1 ? name : `${count} × ${name}`;
}

function packageLabel(kilometres: Kilometres, say: LineWordsOf): string {
  return kilometres === 'unlimited' ? say.unlimited : say.package(grouped(kilometres));
}

/** `Swisscom, 12.5 %`: hundredths of a percent written as people do. */
function withShare(name: string, share: BasisPoints | null): string {
  return share === null ? name : `${name}, ${formatRate(share)}`;
}

function grouped(kilometres: number): string {
  return kilometres.toString().replace(/\B(?=(\d{3})+$)/g, '’');
}
