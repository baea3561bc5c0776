export const damageKinds = ['scratch', 'dent', 'crack', 'stone_chip', 'missing', 'stain', 'other'] as const;
export type DamageKind = (typeof damageKinds)[number];

export const damageSizes = ['small', 'medium', 'large'] as const;
export type DamageSize = (typeof damageSizes)[number];

/**
 * The longest extent in millimetres up to which a damage is small, and up to which it is medium. A convention of ours: no
 * rule fixes it, and a clerk measures with a credit card (86 mm) at most.
 */
const limits: Readonly<Record<DamageKind, readonly [small: number, medium: number]>> = {
  scratch: [50, 150],
  dent: [20, 60],
  crack: [50, 150],
  stone_chip: [3, 10],
  missing: [50, 150],
  stain: [50, 150],
  other: [50, 150],
};

/** Millimetres: more than `above`, and at most `upTo`; `null` without limit. */
export interface SizeRange {
  readonly above: number;
  readonly upTo: number | null;
}

/** What a size means of this kind of damage. */
export function sizeRange(kind: DamageKind, size: DamageSize): SizeRange {
  const [small, medium] = limits[kind];
  switch (size) {
    case 'small':
      return { above: 0, upTo: small };
    case 'medium':
      return { above: small, upTo: medium };
    case 'large':
      return { above: medium, upTo: null };
  }
}

/** The size of a damage that was measured, in millimetres. Throws a RangeError for what cannot be a length. */
export function damageSizeOf(kind: DamageKind, millimetres: number): DamageSize {
  if (!(millimetres >= 0)) throw new RangeError(`not a length: ${millimetres}`);
  const [small, medium] = limits[kind];
  if (millimetres <= small) return 'small';
  return millimetres <= medium ? 'medium' : 'large';
}
