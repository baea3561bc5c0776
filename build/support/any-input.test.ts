import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { layoutFaults } from '#build/pdf/layout-faults.ts';
import { longestInput } from '#build/pdf/longest-input.ts';
import { type ReadPart, readPdfStructure } from '#build/pdf/read-structure.ts';
import { countPdfPages, readPdfText } from '#build/pdf/render-page.ts';
import { sayChainRefusal } from '#shared/audit/refusal-texts.ts';
import { soundExport } from '#shared/audit/testing-chains.ts';
import { verifyChain } from '#shared/audit/verify-chain.ts';
import { quote } from '#shared/pricing/quote.ts';
import { refusalText } from '#shared/pricing/refusal-texts.ts';
import { checkQrBill } from '#shared/qr-bill/check-qr-bill.ts';
import { qrPayload } from '#shared/qr-bill/qr-payload.ts';
import { qrBillRefusalTexts } from '#shared/qr-bill/refusal-texts.ts';
import { type RefusalLanguage, refusalLanguages, sayRefusal } from '#shared/result/refusal-texts.ts';
import { must } from '#shared/result/result.ts';
import { type FieldRefusal, fieldRefusals, sayFieldRefusal } from '#shared/validation/parse-fields.ts';
import { auditExport } from './audit-export.ts';
import { exampleInvoices, openInvoices } from './bank-invoices.ts';
import { type DocumentKind, documentKinds } from './document-kinds.ts';
import { exampleBill, qrBillInput } from './qr-input.ts';
import { exampleInput, quoteInputSchema } from './quote-input.ts';
import { refusedLine } from './say-refused.ts';
import { type Hostile, hostileInputs } from './testing-hostile.ts';

/** No input may take longer, on whatever machine: in half a second a counter waits, in five it hangs. */
const longestMs = 5000;

/** A refusal has a code, and a sentence in each language that is one line, whatever it quotes. */
function expectSaid(code: string, field: string, say: (language: RefusalLanguage) => string): void {
  expect(code).toMatch(/^[a-z_]+$/);
  for (const language of refusalLanguages) {
    const sentence = say(language);
    expect(sentence).toMatch(/^\S.{9,}\.$/su);
    expect(sentence).not.toMatch(/\bundefined\b|\[object/);
    expect(refusedLine({ code, field }, sentence)).toMatch(/^[a-z_]+( \(.*\))?: .{0,1000}$/u);
  }
}

function expectFieldsSaid(refusals: readonly FieldRefusal<string>[]): void {
  expect(refusals.length).toBeGreaterThan(0);
  for (const refusal of refusals.slice(0, 5)) {
    expectSaid(refusal.code, refusal.field, (language) => sayFieldRefusal(refusal, language));
  }
}

/** JSON of an example, so that nothing in it is more than a file can hold. */
const fromFile = (example: unknown): unknown => JSON.parse(JSON.stringify(example));

/** As they stand on the paper, but for spaces where lines break. */
const squeezed = (text: string): string => text.normalize('NFC').replaceAll(/\s/g, '');

/** What is read of a paper, without the heads of later pages in between. */
async function textOf(pdf: Uint8Array): Promise<string> {
  const { pages } = await readPdfStructure(pdf);
  const textsOf = (part: ReadPart): readonly string[] => [part.text, ...part.parts.flatMap(textsOf)];
  return squeezed(pages.flatMap(textsOf).join(''));
}

/** The texts of an input that must stand on the paper as they were given. */
function textsIn(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return inOtherForm.test(path) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, path === '' ? key : `${path}.${key}`),
  );
}

/**
 * What stands on a paper in another form (a phone number, a colour, a reference in groups, a word for a code), or nowhere:
 * a letter shows the company's address and not the branch's, an invoice no counter.
 */
const inOtherForm =
  /(^|\.)(language|kind|phone|email|uid|iban|qrIban|accent|country|plate|issuedAt|issuedOn|dueOn|at|on|from|to|day|birthDate|payUntil|paidOn|foundAt|takenAt|signedAt|contractSignedAt|openedAt|closedAt|reportedOn|namedOn|licenceIssuedOn|licenceExpiresOn|vatKind|method|drive|cleanliness|renter|direction|view|size|status|type|base64|role|debtor|value|language)$|^branch\.address\.|^counter$/;

type Outcome = 'taken' | 'refused';
const eitherWay = /^(taken|refused)$/;

async function paperOf(kind: DocumentKind, { path, input }: Hostile): Promise<Outcome> {
  const made = await kind.make(input);
  if (!made.ok) {
    expectFieldsSaid([made.refusal]);
    return 'refused';
  }
  const given = path
    .split('.')
    .reduce<unknown>((at, key) => (Object(at) as Record<string, unknown>)[key], input);
  if (typeof given !== 'string' || inOtherForm.test(path)) return 'taken';
  expect(await textOf(made.value)).toContain(squeezed(given));
  return 'taken';
}

test.each(Object.entries(documentKinds))(
  'of whatever input %s makes a paper with all of it, or says why not',
  async (_, kind) => {
    const property = fc.asyncProperty(hostileInputs(fromFile(kind.example)), async (hostile) => {
      const began = performance.now();
      expect(await paperOf(kind, hostile)).toMatch(eitherWay);
      expect(performance.now() - began).toBeLessThan(longestMs);
    });
    await fc.assert(property, { numRuns: 100 });
  },
);

const fillings = {
  wide: (length: number) => 'W'.repeat(length),
  narrow: (length: number) => 'il'.repeat(length).slice(0, length),
  'in words': (length: number) => `${'Straßenverkehrsamt ŠŁŐ über '.repeat(length).slice(0, length - 1)}.`,
} as const;

test.each(
  Object.entries(documentKinds).flatMap(([name, kind]) =>
    Object.keys(fillings).map((filling) => ({ name, kind, filling: filling as keyof typeof fillings })),
  ),
)(
  '$name with the longest texts it takes, $filling, has all of them, none cut off or drawn over',
  async ({ kind, filling }) => {
    const optional = { notes: 'x', generalTerms: 'x', customerReference: 'x', driverName: 'x' };
    const example = fromFile(kind.example) as Record<string, unknown>;
    for (const [key, value] of Object.entries(optional)) if (key in example) example[key] = value;
    const input = longestInput(kind.schema, example, { text: fillings[filling], items: 8 });
    const pdf = must(await kind.make(input));
    const text = await textOf(pdf);
    expect(textsIn(input).filter((given) => !text.includes(squeezed(given)))).toEqual([]);
    for (let page = 1; page <= (await countPdfPages(pdf)); page += 1) {
      expect(layoutFaults(await readPdfText(pdf, page))).toEqual([]);
    }
  },
);

/** What a command does with an input, once it is parsed. */
function parsedBy<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  use: (value: z.output<Schema>) => Outcome,
): Outcome {
  const parsed = schema.safeParse(input);
  if (parsed.success) return use(parsed.data);
  expectFieldsSaid(fieldRefusals(parsed.error, input, 'json_field'));
  return 'refused';
}

function priceOf({ request, priceList }: z.output<typeof quoteInputSchema>): Outcome {
  const priced = quote(request, priceList);
  if (priced.ok) {
    const { lines, subtotal } = priced.value;
    const sum = lines.reduce((total, { amount }) => total + amount, 0);
    if (sum !== subtotal) throw new Error(`lines of ${sum}, a price of ${subtotal}`);
    return 'taken';
  }
  expectSaid(priced.refusal.code, '', (language) => refusalText(priced.refusal, language));
  return 'refused';
}

function payloadOf(bill: z.output<typeof qrBillInput>): Outcome {
  const checked = checkQrBill(bill);
  if (checked.ok) {
    const lines = qrPayload(checked.value).split('\n').length;
    if (lines < 31) throw new Error(`a payload of ${lines} lines`);
    return 'taken';
  }
  const { refusal } = checked;
  expectSaid(refusal.code, refusal.field, (language) => sayRefusal(qrBillRefusalTexts, refusal, language));
  return 'refused';
}

function chainsOf(given: z.output<typeof auditExport>): Outcome {
  const verified = verifyChain(given);
  if (verified.ok) return 'taken';
  const { refusal } = verified;
  expectSaid(refusal.code, `links.${refusal.position}`, (language) => sayChainRefusal(refusal, language));
  return 'refused';
}

test.each<[string, unknown, number, (input: unknown) => Outcome]>([
  ['quote', exampleInput, 600, (input) => parsedBy(quoteInputSchema, input, priceOf)],
  ['qr', exampleBill, 800, (input) => parsedBy(qrBillInput, input, payloadOf)],
  ['bank', exampleInvoices, 200, (input) => parsedBy(openInvoices, input, () => 'taken')],
  ['verify-audit', soundExport([3, 2]), 300, (input) => parsedBy(auditExport, input, chainsOf)],
])('of whatever input %s does its work, or says why not', (_, example, numRuns, outcomeOf) => {
  const property = fc.property(hostileInputs(fromFile(example)), ({ input }) => {
    const began = performance.now();
    expect(outcomeOf(input)).toMatch(eitherWay);
    expect(performance.now() - began).toBeLessThan(longestMs);
  });
  fc.assert(property, { numRuns });
});
