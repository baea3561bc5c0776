import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
const controls = resolve(here, '../ui');

/** A file of the renderer and all that it draws upon, through whatever stands between. */
function reachedFrom(file: string, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+\.tsx?)'/g))
    reachedFrom(resolve(dirname(file), path), reached);
  return reached;
}

test('every house control is in the gallery', () => {
  const shown = reachedFrom(join(here, 'Gallery.tsx'));
  const all = readdirSync(controls, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  expect(all.length).toBeGreaterThan(40);
  expect(all.filter((name) => !shown.has(join(controls, name)))).toEqual([]);
});
