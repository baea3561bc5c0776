import { moneyReader } from '../../ui/fields/readers.ts';
import { typedEntry } from '../../ui/fields/entry.ts';
import { parseTypedTime } from '#shared/time/parse-typed.ts';
import { formatAmount } from '#shared/money/format-money.ts';
import { rappen } from '#shared/money/rappen.ts';

const money = moneyReader(false);

/** `[0, 2000, 2000]` in Rappen, as it is typed: `0.00 / 20.00 / 20.00`. */
export function typedFees(stored: string): string {
  return (JSON.parse(stored) as readonly number[]).map((fee) => formatAmount(rappen(fee))).join(' / ');
}

/** Three amounts with a stroke between them, as the column holds them; undefined where they are not three. */
export function readFees(text: string): string | undefined {
  const fees = text.split('/').map((part) => typedEntry(money, part).value);
  if (fees.length !== 3 || fees.includes(null)) return undefined;
  // As the database writes JSON: what was not changed must read the same.
  return `[${fees.join(', ')}]`;
}

/** A point of the week, `5 12:00` (1 is Monday), as it is typed: null where both parts are empty, undefined where one is wrong. */
export function readWeekPoint(text: string): string | null | undefined {
  const { weekday, time } = weekPointParts(text);
  if (weekday === '' && time === '') return null;
  const read = parseTypedTime(time);
  return /^[1-7]$/.test(weekday) && read.ok ? `${weekday} ${read.value}` : undefined;
}

/** The two parts of a point of the week while it is being typed. */
export function weekPointParts(text: string): { readonly weekday: string; readonly time: string } {
  const [weekday = '', ...time] = text.split(' ');
  return { weekday, time: time.join(' ') };
}
