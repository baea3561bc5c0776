import { expect, test } from 'vitest';
import { damageKinds, damageSizes } from '#shared/fleet/damage-size.ts';
import { perMille } from '#shared/fleet/per-mille.ts';
import { sketchViews } from '#shared/fleet/sketch-views.ts';
import { unprintableCharacters } from '#shared/parties/paper-text.ts';
import { damageName } from './damage-name.ts';

const steps = Array.from({ length: 21 }, (_, at) => perMille(at * 50));

test.each(['de', 'fr', 'it', 'en'] as const)(
  'every name in %s can be printed, and leaves room for a note',
  (language) => {
    const names = sketchViews.flatMap((view) =>
      steps.flatMap((x) =>
        steps.flatMap((y) =>
          damageKinds.flatMap((kind) =>
            damageSizes.map((size) => damageName({ view, position: { x, y }, kind, size }, language)),
          ),
        ),
      ),
    );
    expect(unprintableCharacters(names.join(''))).toEqual([]);
    // A line of a contract holds 320 characters, and a note has up to 200.
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(118);
  },
);

test.each([
  ['de', /^Kratzer, [A-ZÄÖÜ]/],
  ['fr', /^Rayure, [a-zé]/],
  ['it', /^Graffio, [a-z]/],
  ['en', /^Scratch, [a-z]/],
] as const)('only German names the part in %s with a capital', (language, written) => {
  const position = { x: perMille(450), y: perMille(550) };
  const damage = {
    view: 'left',
    position,
    kind: 'scratch',
    size: 'small',
  } as const;
  expect(damageName(damage, language)).toMatch(written);
});
