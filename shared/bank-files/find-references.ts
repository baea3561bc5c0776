import { checkCreditorReference } from '../numbering/creditor-reference.ts';
import { checkQrReference } from '../numbering/qr-reference.ts';
import type { FoundReference, InvalidReference } from './bank-payment.ts';

/** Text that was read, and the element it came from. */
export interface ReferenceText {
  readonly from: FoundReference['from'];
  readonly text: string;
}

/**
 * The references in the places where banks put them: `CdtrRefInf/Ref` holds nothing else; in free texts 27 digits or
 * `RF…` with valid check digits are looked for, with or without the groups of the paper.
 */
export function findReferences(texts: readonly ReferenceText[]): {
  readonly valid: readonly FoundReference[];
  readonly invalid: readonly InvalidReference[];
} {
  const valid = new Map<string, FoundReference>();
  const invalid: InvalidReference[] = [];
  for (const { from, text } of texts) {
    const found = from === 'CdtrRefInf' ? readStructured(text, invalid) : searchText(text);
    for (const [type, value] of found) if (!valid.has(value)) valid.set(value, { type, value, from });
  }
  return { valid: [...valid.values()], invalid };
}

type TypedReference = readonly [type: FoundReference['type'], value: string];

function readStructured(text: string, invalid: InvalidReference[]): readonly TypedReference[] {
  const isScor = /^RF/i.test(text);
  const checked = isScor ? checkCreditorReference(text) : checkQrReference(text);
  if (checked.ok) return [[isScor ? 'SCOR' : 'QRR', checked.value]];
  invalid.push({ value: text, code: checked.refusal.code });
  return [];
}

function searchText(text: string): readonly TypedReference[] {
  const found: TypedReference[] = [];
  for (const [digits] of text.matchAll(/(?<![\dA-Z])\d{2}(?: ?\d{5}){5}(?!\d)/gi)) {
    const checked = checkQrReference(digits);
    if (checked.ok) found.push(['QRR', checked.value]);
  }
  for (const [start] of text.matchAll(/(?<![\dA-Z])RF\d{2}[\dA-Z ]{1,30}/gi)) found.push(...scorsAt(start));
  return found;
}

/**
 * Where a reference in groups of four ends and the next word begins is not written: every length whose check digits hold
 * is a candidate. At most one of them is an invoice's.
 */
function scorsAt(text: string): readonly TypedReference[] {
  const words = text.trim().split(/ +/);
  const found: TypedReference[] = [];
  for (let count = 1; count <= words.length; count += 1) {
    const checked = checkCreditorReference(words.slice(0, count).join(''));
    if (checked.ok) found.push(['SCOR', checked.value]);
    if (words[count - 1]?.length !== 4) break;
  }
  return found;
}
