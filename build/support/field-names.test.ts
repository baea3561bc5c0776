import { expect, test } from 'vitest';
import { toJSONSchema } from 'zod';
import { isFieldKnown } from '#shared/validation/field-names.ts';
import { auditExport } from './audit-export.ts';
import { openInvoices } from './bank-invoices.ts';
import { documentKinds } from './document-kinds.ts';
import { qrBillInput } from './qr-input.ts';
import { quoteInputSchema } from './quote-input.ts';

test('every field of every input has a name in words', () => {
  const names = new Set<string>();
  const collect = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    if ('properties' in schema) for (const name of Object.keys(schema.properties as object)) names.add(name);
    for (const below of Object.values(schema)) collect(below);
  };
  const papers = Object.values(documentKinds).map(({ schema }) => schema);
  for (const schema of [...papers, quoteInputSchema, qrBillInput, openInvoices, auditExport]) {
    collect(toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  }
  expect(names.size).toBeGreaterThan(150);
  expect([...names].filter((name) => !isFieldKnown(name))).toEqual([]);
});
