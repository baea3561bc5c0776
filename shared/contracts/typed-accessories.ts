import type { Accessory } from './handover.ts';

/**
 * Accessories as people write them in one line: `Ladekabel, 2 Kindersitze, Schneeketten × 2`. Without a number it is one; the same
 * name twice is as many as both.
 */
export function parseTypedAccessories(text: string): readonly Accessory[] {
  return joinAccessories(
    text
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(countedName),
  );
}

/** One entry for each name, whichever letters are capitals; those of which there is none are left out. */
export function joinAccessories(all: readonly Accessory[]): readonly Accessory[] {
  const joined = new Map<string, Accessory>();
  for (const { name, count } of all) {
    const key = name.trim().toLowerCase();
    const known = joined.get(key);
    joined.set(key, { name: known?.name ?? name.trim(), count: (known?.count ?? 0) + count });
  }
  return [...joined.values()].filter(({ count }) => count !== 0);
}

function countedName(part: string): Accessory {
  const before = /^(\d{1,2})(?:\s*[×*]\s*|\s*x\s+|\s+)(.*\S)$/i.exec(part);
  if (before?.[2] !== undefined) return { name: before[2], count: Number(before[1]) };
  const after = /^(.*\S)\s*(?:[×*]|\sx)\s*(\d{1,2})$/i.exec(part);
  if (after?.[1] !== undefined) return { name: after[1], count: Number(after[2]) };
  return { name: part, count: 1 };
}
