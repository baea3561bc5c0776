import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder as the build makes it, with a small page. */
export function builtFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-app-'));
  mkdirSync(join(folder, 'main'));
  mkdirSync(join(folder, 'data'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Schalter</title>');
  writeFileSync(join(folder, 'renderer', 'assets', 'page.js'), 'export {};');
  return folder;
}
