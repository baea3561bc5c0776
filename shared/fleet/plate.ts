import { type Result, ok, refuse } from '../result/result.ts';

declare const kind: unique symbol;

/** A number plate of a canton, as `ZH123456`: without spaces, without leading zeros. */
export type Plate = string & { readonly [kind]: 'Plate' };

export interface PlateRefusal {
  readonly code: 'plate_format' | 'plate_canton' | 'plate_digits';
}

/** The 26 cantons (VZV annex 2 uses their abbreviations), and FL: Liechtenstein's plates are read at Swiss counters daily. */
const cantons = /^(AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH|FL)$/;

/**
 * Reads what people type and authorities print: `zh 123 456`, `ZH-123456`, `ZH·123’456`. Canton and one to six digits;
 * plates of dealers, diplomats, the army and abroad are other things, and refused.
 */
export function checkPlate(text: string): Result<Plate, PlateRefusal> {
  const compact = text.toUpperCase().replace(/[\s\u00a0·•.'’\-–]/g, '');
  const found = /^([A-Z]+)(\d+)$/.exec(compact);
  if (!found) return refuse({ code: 'plate_format' });
  const [, canton = '', digits = ''] = found;
  if (!cantons.test(canton)) return refuse({ code: 'plate_canton' });
  if (!/^[1-9]\d{0,5}$/.test(digits)) return refuse({ code: 'plate_digits' });
  return ok(`${canton}${digits}` as Plate);
}

/** `ZH 123456`: as it stands on the vehicle and on our papers. */
export function formatPlate(plate: Plate): string {
  return `${plate.slice(0, 2)} ${plate.slice(2)}`;
}

/** For lists: by canton, and within it by number, so that ZH 9 stands before ZH 10. */
export function comparePlates(one: Plate, other: Plate): number {
  const [left, right] = [one.slice(0, 2), other.slice(0, 2)];
  if (left !== right) return left < right ? -1 : 1;
  return Number(one.slice(2)) - Number(other.slice(2));
}
