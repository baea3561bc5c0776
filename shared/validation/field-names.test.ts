import { expect, test } from 'vitest';
import { fieldInWords, isFieldKnown } from './field-names.ts';

test('names a field as people call it, and counts from 1', () => {
  expect(fieldInWords('customer.address.town', 'de')).toBe('Kunde, Adresse, Ort');
  expect(fieldInWords('lines.3.amount', 'fr')).toBe('Ligne 4, Montant');
  expect(fieldInWords('drivers.0', 'it')).toBe('Conducente 1');
  expect(fieldInWords('signature.strokes.0.2.1', 'en')).toBe('Signature, Stroke 1, 3, 2');
  expect(fieldInWords('lines', 'de')).toBe('Zeilen');
});

test('gives a path with a name that it does not know as it is', () => {
  expect(fieldInWords('customer.shoeSize', 'de')).toBe('customer.shoeSize');
  expect(fieldInWords('toString.constructor', 'de')).toBe('toString.constructor');
  expect([isFieldKnown('lines.3.amount'), isFieldKnown('customer.shoeSize')]).toEqual([true, false]);
});
