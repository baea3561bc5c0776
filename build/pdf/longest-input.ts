import * as z from 'zod';

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly maxLength?: number;
  readonly maxItems?: number;
}

export interface Longest {
  /** A text of so many characters. */
  readonly text: (length: number) => string;
  /** Lists have at most so many. */
  readonly items: number;
}

/**
 * An example made as long as its schema permits: every text to its limit and every list to its own, one after the other,
 * each kept only if the whole is still taken. So no field is forgotten when a paper gets a new one.
 */
export function longestInput(schema: z.ZodType, example: unknown, longest: Longest): unknown {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  let input: unknown = structuredClone(example);
  const tryTo = (change: (copy: unknown) => void): void => {
    const copy = structuredClone(input);
    change(copy);
    if (schema.safeParse(copy).success) input = copy;
  };
  const grow = (path: readonly (string | number)[], given: Shape): void => {
    const value = at(input, path);
    const own = shapeFor(given, value);
    if (typeof value === 'string') {
      const length = own.maxLength;
      if (length !== undefined) tryTo((copy) => set(copy, path, longest.text(length)));
    } else if (Array.isArray(value)) {
      if (own.items === undefined) return;
      const [first] = value as readonly unknown[];
      if (typeof first === 'number') return;
      for (const index of (value as readonly unknown[]).slice(0, 8).keys()) grow([...path, index], own.items);
      const grown = at(input, path) as readonly unknown[];
      const count = Math.min(own.maxItems ?? 0, longest.items);
      if (grown.length > 0 && count > grown.length) {
        tryTo((copy) =>
          set(
            copy,
            path,
            Array.from({ length: count }, (_, index) => grown[index % grown.length]),
          ),
        );
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const key of Object.keys(value)) {
        const next = own.properties?.[key];
        if (next !== undefined) grow([...path, key], next);
      }
    } else if (value === null && own.maxLength !== undefined) {
      const length = own.maxLength;
      tryTo((copy) => set(copy, path, longest.text(length)));
    }
  };
  grow([], shape);
  return input;
}

/** Of what may be `null` too: the shape that is not. */
function shapeFor(shape: Shape, value: unknown): Shape {
  if (shape.anyOf === undefined) return shape;
  const fits = (one: Shape) =>
    Array.isArray(value)
      ? one.items
      : typeof value === 'object' && value !== null
        ? one.properties
        : one.maxLength;
  return shape.anyOf.find((one) => fits(one) !== undefined) ?? shape;
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => Reflect.get(inner as object, key), value);
}

function set(value: unknown, path: readonly (string | number)[], by: unknown): void {
  const key = path.at(-1);
  if (key !== undefined) Reflect.set(at(value, path.slice(0, -1)) as object, key, by);
}
