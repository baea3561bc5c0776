declare const unit: unique symbol;

/** A whole thousandth of a length, 0 to 1000: where something lies on a view of the sketch, whatever its size on a screen. */
export type PerMille = number & { readonly [unit]: 'PerMille' };

export function isPerMille(value: number): value is PerMille {
  return Number.isInteger(value) && value >= 0 && value <= 1000;
}

/** Throws a RangeError for anything but a whole number from 0 to 1000. */
export function perMille(value: number): PerMille {
  if (!isPerMille(value)) throw new RangeError(`not a whole per mille: ${value}`);
  return value;
}
