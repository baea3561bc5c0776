import type { TFunction } from 'i18next';
import { quantityRefusalTexts } from '#shared/invoices/free-invoice-refusal-texts.ts';
import type { FreeItem } from '#shared/invoices/free-invoice.ts';
import { parseQuantity, priceOf } from '#shared/invoices/quantity.ts';
import { type Rappen, zero } from '#shared/money/rappen.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import type { IsoDay } from '#shared/time/instant.ts';
import type { VatKind } from '#shared/vat/vat-rates.ts';
import { type Entry, emptyEntry, writtenEntry } from '../ui/fields/entry.ts';
import { rentalDayReader } from '../ui/fields/readers.ts';

/** One line as it is typed. */
export interface ItemEntry {
  readonly key: string;
  readonly title: string;
  readonly quantity: string;
  readonly price: Entry<Rappen>;
  readonly vatKind: VatKind;
  readonly servedOn: Entry<IsoDay>;
}

export function emptyItem(today: IsoDay): ItemEntry {
  return {
    key: crypto.randomUUID(),
    title: '',
    quantity: '1',
    price: emptyEntry,
    vatKind: 'standard',
    servedOn: writtenEntry(rentalDayReader(today), today),
  };
}

/** What a line comes to so far; nothing while it cannot be read. */
export function itemSum({ quantity, price }: ItemEntry): Rappen {
  const parsed = parseQuantity(quantity);
  return parsed.ok && price.value !== null ? priceOf(parsed.value, price.value) : zero;
}

/** The lines for the rule, or a sentence on what is missing in which of them. */
export function readItems(
  t: TFunction,
  entries: readonly ItemEntry[],
  language: RefusalLanguage,
): readonly FreeItem[] | string {
  const items: FreeItem[] = [];
  for (const [at, entry] of entries.entries()) {
    const wrong = (problem: string): string => t('invoices.free.line', { line: at + 1, problem });
    const title = entry.title.trim();
    const quantity = parseQuantity(entry.quantity);
    if (title === '') return wrong(t('invoices.free.titleMissing'));
    if (!quantity.ok) return wrong(sayRefusal(quantityRefusalTexts, quantity.refusal, language));
    if (entry.price.value === null) return wrong(t('invoices.free.priceMissing'));
    if (entry.servedOn.value === null) return wrong(t('invoices.free.dayMissing'));
    items.push({
      title,
      explanation: null,
      quantity: quantity.value,
      unit: null,
      unitPrice: entry.price.value,
      servedOn: entry.servedOn.value,
      vatKind: entry.vatKind,
      discount: null,
    });
  }
  return items;
}
