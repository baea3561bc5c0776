/**
 * The examples that SIX printed in annex A of the Swiss Implementation Guidelines for the QR-bill, and the billing
 * information of annex D (annex E until 2.1; Swico's syntax definition S1, version 1.2). Typed from public quotations of
 * the guidelines 2.0, 2.1, 2.3 and 2.4; combined addresses (type K, gone since 2.3) are written with their parts.
 */
import { describe, expect, test } from 'vitest';
import { rappen } from '../money/rappen.ts';
import { checkCreditorReference, creditorReference } from '../numbering/creditor-reference.ts';
import { checkQrReference, recursiveCheckDigit } from '../numbering/qr-reference.ts';
import { must } from '../result/result.ts';
import { checkQrBill } from './check-qr-bill.ts';
import { checkIban, isQrIban } from './iban.ts';
import { parseSwico } from './parse-swico.ts';
import type { QrBill } from './qr-bill.ts';
import { qrPayload } from './qr-payload.ts';
import { swicoText } from './swico.ts';

const parsed = (payload: string): QrBill => {
  const lines = payload.split('\n');
  const at = (line: number): string => lines[line - 1] ?? '';
  const party = (line: number) => ({
    name: at(line),
    street: at(line + 1),
    houseNumber: at(line + 2),
    postcode: at(line + 3),
    town: at(line + 4),
    country: at(line + 5),
  });
  const type = at(28) as 'QRR' | 'SCOR' | 'NON';
  return {
    account: at(4),
    creditor: party(6),
    amount: at(19) === '' ? null : rappen(Number(at(19).replace('.', ''))),
    currency: at(20) as 'CHF',
    debtor: at(21) === '' ? null : party(22),
    reference: type === 'NON' ? { type } : { type, value: at(29) },
    message: at(30),
    billingInformation: at(32),
    alternativeSchemes: lines.slice(32),
  };
};

/** Lines 4 to 31 of a payload: `account`, `creditor`, … with commas between the lines of a party. */
function written(parts: {
  readonly account: string;
  readonly creditor: string;
  readonly amount: string;
  readonly debtor: string;
  readonly reference: string;
  readonly message: string;
  readonly more?: readonly string[];
}): string {
  const lines = (text: string) => text.split(',');
  return [
    'SPC',
    '0200',
    '1',
    parts.account,
    ...lines(parts.creditor),
    ...lines(',,,,,,'),
    parts.amount,
    'CHF',
    ...lines(parts.debtor),
    ...lines(parts.reference),
    parts.message,
    'EPD',
    ...(parts.more ?? []),
  ].join('\n');
}

const robert = 'S,Robert Schneider AG,Rue du Lac,1268,2501,Biel,CH';
const pia = 'S,Pia-Maria Rutschmann-Schnyder,Grosse Marktgasse,28,9400,Rorschach,CH';
const max = 'S,Max Muster & Söhne (sample company),Musterstrasse,123,8000,Seldwyla,CH';
const simon = 'S,Simon Muster,Musterstrasse,1,8000,Seldwyla,CH';
const nobody = ',,,,,,';
const twoSchemes = ['Name AV1: UV;UltraPay005;12345', 'Name AV2: XY;XYService;54321'];
const travel = '//S1/10/10201409/11/200701/20/140.000-53/30/102673831/31/200615/32/7.7/33/7.7:139.40/40/0:30';

describe('payloads', () => {
  test.each([
    [
      '2.3 and 2.4, example 1',
      {
        account: 'CH6431961000004421557',
        creditor: max,
        amount: '50.00',
        debtor: simon,
        reference: 'QRR,000008207791225857421286694',
        message: 'Payment of travel',
      },
    ],
    [
      '2.3 and 2.4, example 2: billing information and eBill',
      {
        account: 'CH4431999123000889012',
        creditor: max,
        amount: '1949.75',
        debtor: simon,
        reference: 'QRR,210000000003139471430009017',
        message: 'Order from 15.10.2020',
        more: ['//S1/10/1234/11/201021/30/102673386/32/7.7/40/0:30', 'eBill/B/simon.muster@example.com'],
      },
    ],
    [
      '2.2, in German: a donation, without amount and debtor',
      {
        account: 'CH5204835012345671000',
        creditor: 'S,Muster Stiftung,P.O. Box,,3001,Bern,CH',
        amount: '',
        debtor: nobody,
        reference: 'NON,',
        message: '',
      },
    ],
    [
      'SIX’s samples of the data schema, number 1 (English)',
      {
        account: 'CH6431961000004421557',
        creditor: 'S,Health insurance fit&kicking,Am Wasser,1,3000,Bern,CH',
        amount: '111.00',
        debtor: 'S,Sarah Beispiel,Mustergasse,1,3600,Thun,CH',
        reference: 'QRR,000008207791225857421286694',
        message: 'Premium calculation July 2020',
      },
    ],
    [
      '2.1, example 1: billing information and two schemes',
      {
        account: 'CH4431999123000889012',
        creditor: robert,
        amount: '1949.75',
        debtor: pia,
        reference: 'QRR,210000000003139471430009017',
        message: 'Order of 15 June 2020',
        more: [travel, ...twoSchemes],
      },
    ],
    [
      '2.1, example 2: a donation',
      {
        account: 'CH5204835012345671000',
        creditor: 'S,Better World Trust,P.O. Box,,3001,Bern,CH',
        amount: '',
        debtor: nobody,
        reference: 'NON,',
        message: '',
      },
    ],
    [
      '2.1, example 3: a creditor reference',
      {
        account: 'CH5800791123000889012',
        creditor: robert,
        amount: '199.95',
        debtor: pia,
        reference: 'SCOR,RF18539007547034',
        message: '',
      },
    ],
    [
      '2.0, example 1',
      {
        account: 'CH4431999123000889012',
        creditor: robert,
        amount: '1949.75',
        debtor: pia,
        reference: 'QRR,210000000003139471430009017',
        message: 'Instruction of 03.04.2019',
        more: [
          '//S1/10/10201409/11/190512/20/1400.000-53/30/106017086/31/180508/32/7.7/40/2:10;0:30',
          ...twoSchemes,
        ],
      },
    ],
  ])('%s', (_, parts) => {
    const payload = written(parts);
    expect(qrPayload(must(checkQrBill(parsed(payload))))).toBe(payload);
  });
});

describe('references and accounts', () => {
  test('the check digit of annex B, and the references of the examples', () => {
    expect(recursiveCheckDigit('21000000000313947143000901')).toBe('7');
    expect(checkQrReference('000008207791225857421286694').ok).toBe(true);
    expect(checkQrReference('210000000003139471430009017').ok).toBe(true);
    expect(must(creditorReference('539007547034'))).toBe('RF18539007547034');
  });

  test('one printed reference is wrong: RF72… (2.4, example 4) would be RF24…, and is refused', () => {
    const refusal = { code: 'scor_check_digits' };
    expect(checkCreditorReference('RF720191230100405JSH0438')).toEqual({ ok: false, refusal });
    expect(must(creditorReference('0191230100405JSH0438'))).toBe('RF240191230100405JSH0438');
  });

  test.each([
    ['CH6431961000004421557', true],
    ['CH4431999123000889012', true],
    ['CH5204835012345671000', false],
    ['CH5800791123000889012', false],
  ])('%s is an account; QR-IBAN: %s', (account, isQr) => {
    expect(isQrIban(must(checkIban(account)))).toBe(isQr);
  });
});

describe('billing information', () => {
  test.each([
    ['example 1', '//S1/10/10201409/11/190512/20/1400.000-53/30/106017086/31/180508/32/7.7/40/2:10;0:30'],
    [
      'example 2',
      '//S1/10/10104/11/180228/30/395856455/31/180226180227/32/3.7:400.19;7.7:553.39;0:14/40/0:30',
    ],
    ['example 3', '//S1/10/4031202511/11/180107/20/61257233.4/30/105493567/32/8:49.82/33/2.5:14.85/40/0:30'],
    [
      'example 4',
      String.raw`//S1/10/X.66711\/8824/11/200712/20/MW-2020-04/30/107978798/32/2.5:117.22/40/3:5;1.5:20;1:40;0:60`,
    ],
    ['of the payload of 2.3 and 2.4', '//S1/10/1234/11/201021/30/102673386/32/7.7/40/0:30'],
    ['a period', '//S1/31/181001190131'],
    ['net amounts by rate', '//S1/32/8:1000;2.5:51.8;7.7:250'],
    ['import tax', '//S1/33/7.7:16.15'],
    ['import tax by rate', '//S1/33/7.7:48.37;2.5:12.4'],
    ['a term', '//S1/40/0:30'],
    ['a discount', '//S1/40/2:10;0:60'],
    ['discounts below one percent', '//S1/40/3:15;0.5:45;0:90'],
  ])('%s is read and written again', (_, text) => {
    expect(swicoText(must(parseSwico(text)))).toBe(text);
  });

  test('example 2 adds up as its explanation says', () => {
    const { vat } = must(parseSwico('//S1/32/3.7:400.19;7.7:553.39;0:14'));
    const gross = vat.map(({ rate, amount }) => Math.round((amount ?? 0) * (1 + rate / 10_000)));
    expect(gross).toEqual([41_500, 59_600, 1_400]);
  });

  test.each([
    // A zero at the end is left out: the definition itself prints 51.8 (until 2.1) and 51.80 (2.4) for one amount.
    [travel, travel.replace('139.40', '139.4')],
    ['//S1/32/8:1000;2.5:51.80;7.7:250', '//S1/32/8:1000;2.5:51.8;7.7:250'],
    // A tag with no data is the same as one that is left out.
    ['//S1/10/1/20//40/0:30', '//S1/10/1/40/0:30'],
  ])('%s means the same as %s', (text, shorter) => {
    const meaning = must(parseSwico(text));
    expect(swicoText(meaning)).toBe(shorter);
    expect(must(parseSwico(shorter))).toEqual(meaning);
  });
});
