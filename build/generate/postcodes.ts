/**
 * `npm run postcodes` writes the table of postcodes, towns and cantons from the package `switzerland-postal-codes` and our
 * corrections; with `--check` it writes nothing and fails when the table differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { type PostalCodes, correctedTowns, writePostcodes } from './write-postcodes.ts';

const root = join(import.meta.dirname, '..', '..');
const path = join(root, 'shared', 'parties', 'postcodes.generated.ts');
const source = createRequire(import.meta.url).resolve('switzerland-postal-codes/dist/postal-codes-full.json');
const towns = correctedTowns(JSON.parse(readFileSync(source, 'utf8')) as PostalCodes);
const text = writePostcodes(towns);

if (process.argv.includes('--check')) {
  const isSame = readOrEmpty() === text;
  if (isSame) console.log(`The table of ${towns.size} postcodes matches its sources.`);
  else console.error(`${relative(root, path)} does not match its sources. Run: npm run postcodes`);
  process.exitCode = isSame ? 0 : 1;
} else {
  writeFileSync(path, text);
  console.log(`Wrote ${towns.size} postcodes (${Math.round(text.length / 1024)} kB) to shared/parties.`);
}

function readOrEmpty(): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
