import { expect, test } from 'vitest';
import { addressLines } from './address.ts';
import { splitAddress } from './split-address.ts';

test.each([
  ['Bahnhofstrasse 12, 8001 Zürich', 'Bahnhofstrasse', '12', '8001', 'Zürich', 'CH'],
  ['Seestrasse  14 a\nCH-8002 Zürich', 'Seestrasse', '14 a', '8002', 'Zürich', 'CH'],
  ['Rue du 31-Décembre 7-9, 1207 Genève', 'Rue du 31-Décembre', '7-9', '1207', 'Genève', 'CH'],
  ['Postfach 12, 3001 Bern', 'Postfach 12', '', '3001', 'Bern', 'CH'],
  ['Im Dorf, 7132 Vals', 'Im Dorf', '', '7132', 'Vals', 'CH'],
  ['6490 Andermatt', '', '', '6490', 'Andermatt', 'CH'],
  ['Städtle 1\nFL-9490 Vaduz', 'Städtle', '1', '9490', 'Vaduz', 'LI'],
])('%j is proposed in its parts', (text, street, houseNumber, postcode, town, country) => {
  const address = { street, houseNumber, postcode, town, country };
  expect(splitAddress(text)).toEqual({ ok: true, value: address });
  const again = addressLines(address).join('\n').replace('LI-', 'FL-');
  expect(splitAddress(again)).toEqual({ ok: true, value: address });
});

test.each([
  ['', 'address_lines'],
  ['Frau Brunner\nSeestrasse 14\n8002 Zürich', 'address_lines'],
  ['12, rue du Lac, 1207 Genève', 'address_lines'],
  ['Seestrasse 14', 'address_town'],
  ['Kaiserstrasse 1, 79098 Freiburg', 'address_town'],
  ['Städtle 1, CH-9490 Vaduz', 'address_town'],
  ['Seestrasse 14, 0123 Nirgends', 'address_town'],
])('%j is refused, not guessed', (text, code) => {
  expect(splitAddress(text)).toEqual({ ok: false, refusal: { code } });
});
