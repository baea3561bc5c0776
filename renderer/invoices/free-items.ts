import type { TFunction } from 'i18next';
import { quantityRefusalTexts } from '#shared/invoices/free-invoice-refusal-texts.ts';
import type { FreeItem } from '#shared/invoices/free-invoice.ts';
import { parseQuantity, priceOf } from '#shared/invoices/quantity.ts';
import { type Rappen, zero } from '#shared/money/rappen.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
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

/** Whether anything was entered in a line. */
export function isTouchedItem(item: ItemEntry, today: IsoDay): boolean {
  const empty = emptyItem(today);
  return (['title', 'quantity', 'vatKind'] as const).some((field) => item[field] !== empty[field])
    ? true
    : item.price.text !== '' || item.servedOn.text !== empty.servedOn.text;
}

/** What a line comes to so far; nothing while it cannot be read. */
export function itemSum({ quantity, price }: ItemEntry): Rappen {
  const parsed = parseQuantity(quantity);
  return parsed.ok && price.value !== null ? priceOf(parsed.value, price.value) : zero;
}

/** What is wrong with which field of which line. */
export interface WrongItem {
  readonly code: 'item_wrong';
  readonly key: string;
  readonly field: 'title' | 'quantity' | 'price' | 'servedOn';
  readonly says: string;
}

/** The lines for the rule, or the first thing that is wrong with them. */
export function readItems(
  t: TFunction,
  entries: readonly ItemEntry[],
  language: RefusalLanguage,
): Result<readonly FreeItem[], WrongItem> {
  const items: FreeItem[] = [];
  for (const entry of entries) {
    const wrong = (field: WrongItem['field'], says: string) =>
      refuse({ code: 'item_wrong' as const, key: entry.key, field, says });
    const title = entry.title.trim();
    const quantity = parseQuantity(entry.quantity);
    if (title === '') return wrong('title', t('invoices.free.titleMissing'));
    if (!quantity.ok) return wrong('quantity', sayRefusal(quantityRefusalTexts, quantity.refusal, language));
    if (entry.price.value === null) return wrong('price', t('invoices.free.priceMissing'));
    if (entry.servedOn.value === null) return wrong('servedOn', t('invoices.free.dayMissing'));
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
  return ok(items);
}
