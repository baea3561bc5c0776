import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { de } from '../../messages/de/index.ts';
import { openMessages } from '../../messages/messages.ts';
import { refusalText } from './refusal-text.ts';

const migrations = join(import.meta.dirname, '..', '..', '..', 'supabase', 'migrations');

test('every code with which the server refuses a change has a sentence', () => {
  const sql = readdirSync(migrations).map((file) => readFileSync(join(migrations, file), 'utf8'));
  const codes = sql.flatMap((text) =>
    [...text.matchAll(/(?:private\.refuse\(|v_code := )'([a-z_]+)'/g)].map(([, code]) => code ?? ''),
  );
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(code in de.refusal))).toEqual([]);
});

test('a code of a newer server is shown as it is', async () => {
  const { t } = await openMessages('de');
  expect(refusalText(t, 'total_mismatch')).toBe('Die Zeilen ergeben nicht das Total');
  expect(refusalText(t, 'brand_new')).toBe('Abgelehnt (brand_new)');
  expect(refusalText(t, 'other')).toBe('Abgelehnt (other)');
});
