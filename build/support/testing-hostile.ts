import fc from 'fast-check';

/** One place of an input, from its root. */
type Path = readonly (string | number)[];

/** An input with one thing wrong, or unusual, in it. */
export interface Hostile {
  readonly path: string;
  readonly what: string;
  readonly input: unknown;
}

const unusualTexts: readonly string[] = [
  '',
  ' ',
  '\u00a0',
  '0',
  '-0',
  'NaN',
  'null',
  '1e400',
  'W'.repeat(70),
  'il'.repeat(35),
  'x'.repeat(100_000),
  'ab '.repeat(33_333),
  '\n'.repeat(999),
  'Zeile\nZeile\r\nZeile\rZeile',
  'Tab\there',
  'NUL\u0000',
  'Glocke\u0007',
  '\u007f\u0085\u009f',
  'e\u0301\u0302\u0303\u0304',
  'a' + '\u0301'.repeat(60),
  'Łukasz Nováček-Şerban Țîrlea Œuvre ẞ ĳ ŉ ſ Ďábel',
  'Ελλάδα Київ Љубљана Nguyễn Văn Ấn',
  '王小明',
  'محمد',
  'שלום',
  'हिन्दी',
  '😀',
  '👩‍👩‍👧',
  '\ud83d',
  '\ude00 lone',
  '\u202eevil\u202c',
  '\u2066isolate\u2069',
  '\u200bzero\u200d\u2060width\ufeff',
  'weich\u00adtrennen',
  '\u2028\u2029',
  '\ufffd\ufffe',
  '\u{10ffff}',
  'no\u00a0break\u202fspaces\u2009thin\u3000wide',
  'ﬁ ﬀ ¼ ½ № ℡ Ⅷ ① ² ª',
  '€ £ ¥ ₿ ™ © ® ° µ Ω ∞ ≠ ≤',
  '<script>alert(1)</script>',
  "'; DROP TABLE contracts; --",
  '../../etc/passwd',
  '%s %d %n ${x} {{y}}',
  '(\\) \\n \\000 BT ET <<>> endstream',
  '__proto__',
  'constructor',
  '2026-02-30',
  '2026-13-01',
  '0000-01-01',
  '9999-12-31',
  '-002026-01-01',
  '2026-02-30T10:00:00.000Z',
  '2026-11-20T24:00:00.000Z',
  '2026-11-20T23:59:60.000Z',
  '0000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '2026-03-29T02:30:00.000Z',
  '24:00',
  '02:30',
  'CH00 0000 0000 0000 0000 0',
  'CHE-000.000.000',
  '+41000000000000000',
  'a@b.c',
  'ZH 000000',
  'ZRH-A-26-00000',
  '#000000',
  '#FFFFFF',
];

const unusualNumbers: readonly number[] = [
  0,
  -0,
  1,
  -1,
  0.5,
  -1e-9,
  1.005,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  99_999_999_999,
  -99_999_999_999,
  100_000_000_000,
  1e21,
  1e308,
  Number.POSITIVE_INFINITY,
  Number.NaN,
];

const unusual: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...unusualTexts) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 70 }) },
  { weight: 3, arbitrary: printableText() },
  { weight: 3, arbitrary: fc.constantFrom(...unusualNumbers) },
  { weight: 1, arbitrary: fc.integer() },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(null, undefined, true, false, [], {}, [[]], [null], { code: 'x' }),
  },
  { weight: 1, arbitrary: fc.constantFrom(50, 20_000).map(nested) },
);

/** Everything that a paper can print, and some of what it can't. */
function printableText(): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.integer({ min: 0x20, max: 0x24f }), fc.integer({ min: 0x370, max: 0x4ff })), {
      minLength: 1,
      maxLength: 80,
    })
    .map((points) => String.fromCodePoint(...points));
}

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
}

/** An example with one place changed in every way that a file can be wrong. What is `undefined` JSON would leave out. */
export function hostileInputs(example: unknown): fc.Arbitrary<Hostile> {
  const places = pathsOf(example);
  const place = fc.constantFrom(...places);
  const texts = places.filter((path) => typeof valueAt(example, path) === 'string');
  const numbers = places.filter((path) => typeof valueAt(example, path) === 'number');
  const lists = places.filter((path) => Array.isArray(valueAt(example, path)));
  const inner = places.filter((path) => path.length > 0);
  const changed = (path: Path, what: string, input: unknown): Hostile => ({
    path: path.join('.'),
    what,
    input,
  });
  return fc.oneof(
    fc.tuple(place, unusual).map(([path, value]) => changed(path, 'any', replaced(example, path, value))),
    fc
      .tuple(
        fc.constantFrom(...(texts.length > 0 ? texts : places)),
        fc.oneof(fc.constantFrom(...unusualTexts), printableText()),
      )
      .map(([path, value]) => changed(path, 'text', replaced(example, path, value))),
    fc
      .tuple(
        fc.constantFrom(...(numbers.length > 0 ? numbers : places)),
        fc.oneof(fc.constantFrom(...unusualNumbers), fc.integer()),
      )
      .map(([path, value]) => changed(path, 'number', replaced(example, path, value))),
    fc
      .tuple(fc.constantFrom(...(lists.length > 0 ? lists : places)), fc.constantFrom(0, 2, 9, 60, 10_000))
      .map(([path, count]) =>
        changed(path, `list of ${count}`, replaced(example, path, repeated(valueAt(example, path), count))),
      ),
    fc
      .constantFrom(...(inner.length > 0 ? inner : places))
      .map((path) => changed(path, 'left out', replaced(example, path, undefined))),
    fc
      .tuple(place, fc.constantFrom('__proto__', 'constructor', 'toString', 'a.b', '', '😀', 'zusätzlich'))
      .map(([path, key]) => changed(path, `with ${key}`, withKey(example, path, key))),
  );
}

function repeated(list: unknown, count: number): unknown {
  if (!Array.isArray(list)) return list;
  const [first = 'x'] = list as readonly unknown[];
  return Array.from({ length: count }, () => first);
}

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  // Of a long list (a signature) a few places say all.
  const kids: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? (value as readonly unknown[]).slice(0, 4).map((kid, at) => [at, kid] as const)
    : Object.entries(value);
  return [path, ...kids.flatMap(([key, kid]) => pathsOf(kid, [...path, key]))];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => Reflect.get(at as object, key), value);
}

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return (value as readonly unknown[]).map((kid, at) => (at === key ? replaced(kid, rest, by) : kid));
  }
  const entries = Object.entries(value as object).flatMap(([name, kid]) => {
    if (name !== key) return [[name, kid] as const];
    const next = replaced(kid, rest, by);
    return next === undefined ? [] : [[name, next] as const];
  });
  return Object.fromEntries(entries);
}

/** As `JSON.parse` makes it: `__proto__` is a key like others. */
function withKey(value: unknown, path: Path, key: string): unknown {
  const at = valueAt(value, path);
  if (typeof at !== 'object' || at === null || Array.isArray(at)) return replaced(value, path, { [key]: 1 });
  const members = Object.entries(at).map(([name, kid]) => `${JSON.stringify(name)}:${JSON.stringify(kid)}`);
  return replaced(value, path, JSON.parse(`{${[...members, `${JSON.stringify(key)}:{"x":1}`].join(',')}}`));
}
