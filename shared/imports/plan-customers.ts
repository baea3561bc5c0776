import {
  type CustomerField,
  type CustomerForm,
  identityKeys,
  readCustomer,
} from '../parties/customer-form.ts';
import { normalisePhone } from '../parties/phone.ts';
import type { PostcodeRefusal } from '../parties/postcodes.ts';
import { proposeAddress } from '../parties/propose-address.ts';
import { streetAndNumber } from '../parties/split-address.ts';
import type { IsoDay } from '../time/instant.ts';
import { parseTypedDay } from '../time/parse-typed.ts';
import { type CustomerColumn, type Mapping, cellOf } from './import-columns.ts';
import type { ImportProblem, RowOutcome } from './outcome.ts';
import type { CsvTable } from './read-csv.ts';
import { countryOf, kindOf, kindWords, languageOf, languageWords } from './read-words.ts';

export interface CustomerPlanFacts {
  readonly today: IsoDay;
  /** Taken where the file says no language. */
  readonly language: CustomerForm['language'];
  /** Every key of everybody who is there already (`importKeys`). */
  readonly known: ReadonlySet<string>;
}

/**
 * By what two entries are one, for an import: the licence, the name with the birth date, and for whom neither is known all that
 * says who they are and where. By the last a file that is read again adds nobody twice.
 */
export function importKeys(form: CustomerForm): readonly string[] {
  const { licence, birth } = identityKeys(form);
  const where = [
    form.companyName,
    form.firstName,
    form.lastName,
    form.street,
    form.buildingNumber,
    form.postalCode,
  ];
  const entry = [form.kind, ...where].map((part) => part.trim().toLowerCase()).join('/');
  return [
    ...(licence === '' ? [] : [`licence/${licence}`]),
    ...(birth === '' ? [] : [`birth/${birth}`]),
    ...(licence === '' && birth === '' ? [`entry/${entry}`] : []),
  ];
}

/** What becomes of each row of a file of customers. Pure: nothing is written. */
export function planCustomers(
  table: CsvTable,
  mapping: Mapping<CustomerColumn>,
  facts: CustomerPlanFacts,
): readonly RowOutcome<CustomerForm>[] {
  const lineOf = new Map<string, number>();
  return table.rows.map(({ line, cells }): RowOutcome<CustomerForm> => {
    if (cells.length > table.head.length) {
      return { kind: 'wrong', line, problems: [{ column: 'note', fault: { code: 'import_row_length' } }] };
    }
    const row = readRow((column) => cellOf(mapping, cells, column), facts);
    if (row.problems.length > 0 || row.form === null) return { kind: 'wrong', line, problems: row.problems };
    const { form } = row;
    const keys = importKeys(form);
    const earlier = keys.map((key) => lineOf.get(key)).find((one) => one !== undefined);
    if (keys.some((key) => facts.known.has(key))) return { kind: 'known', line, form, ofLine: null };
    if (earlier !== undefined) return { kind: 'known', line, form, ofLine: earlier };
    for (const key of keys) lineOf.set(key, line);
    return row.isSplit ? { kind: 'confirm', line, form, warning: row.warning } : { kind: 'new', line, form };
  });
}

interface ReadRow {
  readonly form: CustomerForm | null;
  readonly problems: readonly ImportProblem[];
  readonly isSplit: boolean;
  readonly warning: PostcodeRefusal | null;
}

function readRow(cell: (column: CustomerColumn) => string, facts: CustomerPlanFacts): ReadRow {
  const problems: ImportProblem[] = [];
  let isSplit = false;
  let warning: PostcodeRefusal | null = null;

  const kindText = cell('kind');
  const kind = kindText === '' ? null : kindOf(kindText);
  if (kindText !== '' && kind === null) problems.push(unknown('kind', kindText, kindWords));
  const languageText = cell('language');
  const language = languageText === '' ? facts.language : languageOf(languageText);
  if (language === null) problems.push(unknown('language', languageText, languageWords));

  const isCompany = kind === null ? cell('companyName') !== '' : kind === 'company';
  let [firstName, lastName, companyName] = [cell('firstName'), cell('lastName'), cell('companyName')];
  const fullName = cell('fullName');
  if (fullName !== '' && isCompany && companyName === '') companyName = fullName;
  else if (fullName !== '' && lastName === '') {
    [firstName, lastName] = splitName(fullName);
    // Which words are the family name, no rule knows.
    isSplit = true;
  }

  const address = {
    street: cell('street'),
    houseNumber: cell('buildingNumber'),
    postcode: cell('postalCode'),
    town: cell('town'),
    country: cell('country') === '' ? 'CH' : countryOf(cell('country')),
  };
  if (cell('streetAndNumber') !== '' && address.street === '') {
    Object.assign(address, streetAndNumber(cell('streetAndNumber')));
    isSplit ||= address.houseNumber !== '';
  }
  if (cell('address') !== '' && address.postcode === '') {
    const proposed = proposeAddress(cell('address'));
    if (proposed.ok) {
      Object.assign(address, proposed.value.address);
      ({ warning } = proposed.value);
      isSplit = true;
    } else problems.push({ column: 'address', fault: proposed.refusal });
  }

  const phone = cell('phone');
  const number = phone === '' ? null : normalisePhone(phone);
  if (number?.ok === false) problems.push({ column: 'phone', fault: number.refusal });
  const day = (column: 'bornOn' | 'licenceSince' | 'licenceExpiresOn'): string | null => {
    const text = cell(column);
    if (text === '') return null;
    const read = parseTypedDay(text, facts.today);
    return read.ok ? read.value : text;
  };

  const read = readCustomer({
    kind: isCompany ? 'company' : 'person',
    firstName,
    lastName,
    companyName: isCompany ? companyName : '',
    street: address.street,
    buildingNumber: address.houseNumber,
    postalCode: address.postcode,
    town: address.town,
    country: address.country,
    phone: number?.ok ? number.value : '',
    email: cell('email'),
    language: language ?? facts.language,
    bornOn: day('bornOn'),
    licenceNumber: cell('licenceNumber'),
    licenceCategory: cell('licenceCategory').toUpperCase(),
    licenceSince: day('licenceSince'),
    licenceExpiresOn: day('licenceExpiresOn'),
    licenceCountry: cell('licenceCountry') === '' ? 'CH' : countryOf(cell('licenceCountry')),
    customerGroup: cell('customerGroup'),
    note: cell('note'),
  });
  if (read.ok) return { form: read.value, problems, isSplit, warning };
  for (const [field, fault] of Object.entries(read.errors)) {
    if (fault !== 'phone')
      problems.push({ column: columnOf(field as CustomerField), fault: { code: `import_${fault}` } });
  }
  return { form: null, problems, isSplit, warning };
}

/** Fields and columns have the same names. */
function columnOf(field: CustomerField): CustomerColumn {
  return field;
}

function unknown(column: CustomerColumn, text: string, values: readonly string[]): ImportProblem {
  return { column, fault: { code: 'import_unknown', text, values } };
}

/** `Brunner, Annalena` and `Annalena Brunner`: the comma says which is which, without one the last word is the family name. */
function splitName(name: string): [firstName: string, lastName: string] {
  const [last = '', first] = name.split(',').map((part) => part.trim());
  if (first !== undefined) return [first, last];
  const words = name.split(/\s+/);
  return [words.slice(0, -1).join(' '), words.at(-1) ?? ''];
}
