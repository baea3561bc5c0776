import { directoryLines, dissolvedPostcodes, movedTowns } from './postcode-corrections.ts';

/** The shape of `switzerland-postal-codes/dist/postal-codes-full.json`, without the coordinates. */
export type PostalCodes = Readonly<
  Record<string, readonly { readonly name: string; readonly canton: string }[]>
>;

/** Postcode → town → its cantons, the one with most addresses first. */
export type Towns = Map<string, Map<string, readonly string[]>>;

const ofMail =
  /(?: (?:Sonderdienste|Dist Ba|Fächer|PostFinance|PF|Swisscom|UBS|Weihnachten|CS PZ|Voice Pub|Versich\.|R Digest|IBRS local|K AG|Kant\. Verwaltung|Paketzentrum))+$/;

/**
 * The town as it stands in an address: without the canton that the Post adds to tell towns apart (the postcode does), the
 * number of a post office, and what the Post sorts by.
 */
export function plainTown(name: string): string {
  return name
    .replace(ofMail, '')
    .replace(/ (?:\([A-Z]{2}\)|[A-Z]{2}|\d+)$/, '')
    .trim();
}

export function correctedTowns(codes: PostalCodes): Towns {
  const towns: Towns = new Map();
  for (const [postcode, list] of Object.entries(codes)) {
    if (dissolvedPostcodes.includes(postcode)) continue;
    for (const { name, canton } of list) put(towns, postcode, plainTown(name), [canton]);
  }
  for (const line of directoryLines.trim().split('\n')) {
    const found = /^(\d{4}) ([A-Z+]+) (.+)$/.exec(line);
    if (!found) throw new Error(`not a line of the directory: ${line}`);
    const [, postcode = '', cantons = '', town = ''] = found;
    put(towns, postcode, town, cantons.split('+'));
  }
  return towns;
}

function put(towns: Towns, postcode: string, town: string, cantons: readonly string[]): void {
  const here = towns.get(postcode) ?? new Map<string, readonly string[]>();
  towns.set(postcode, here.set(town, cantons));
}

/** A line of text for each postcode, in which what is the same as in the line before is left out. */
export function writePostcodes(towns: Towns): string {
  let [canton, list] = ['', ''];
  const lines = [...towns]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([postcode, here]) => {
      const [first = ''] = [...here.values()].map(([main]) => main);
      const now = [...here].map(([town, cantons]) => {
        const own = cantons.join('+');
        return own === first ? town : `${town}:${own}`;
      });
      const line = `${postcode}${first === canton ? '' : `=${first}`}${now.join(';') === list ? '' : ` ${now.join(';')}`}`;
      [canton, list] = [first, now.join(';')];
      return line;
    });
  return `// Made by npm run postcodes; see build/generate/postcode-corrections.ts for the sources. Never edit it.

/** \`postcode=canton town;town:other+cantons\`; what is the same as in the line before is left out. */
export const postcodeLines = \`
${lines.join('\n')}
\`;

/** Towns that went to another canton, by the postcode. */
export const movedTowns: readonly {
  readonly postcode: string;
  readonly town: string;
  readonly on: string;
  readonly from: string;
  readonly to: string;
}[] = ${JSON.stringify(movedTowns, null, 2)};
`;
}
