import type { IsoDay } from '../time/instant.ts';
import type { Canton } from '../time/holiday-rules.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { movedTowns, postcodeLines } from './postcodes.generated.ts';

/** A canton, or the Principality of Liechtenstein, whose postcodes (9485 to 9498) are in the Swiss system. */
export type PostalCanton = Canton | 'LI';

/** A warning beside an address: directories are never complete, so nothing is refused for it, and nothing corrected. */
export type PostcodeRefusal =
  | { readonly code: 'postcode_unknown'; readonly postcode: string; readonly country: string }
  /** `towns`: those that the postcode has, as a proposal. */
  | {
      readonly code: 'town_not_at_postcode';
      readonly postcode: string;
      readonly town: string;
      readonly towns: readonly string[];
    };

interface Town {
  readonly name: string;
  /** The one with most of its addresses first. */
  readonly cantons: readonly PostalCanton[];
}

/** The towns of a Swiss or Liechtenstein postcode, post boxes included; empty for one that is not known. */
export function townsOf(postcode: string): readonly string[] {
  return (table().get(postcode) ?? []).map(({ name }) => name);
}

/**
 * The cantons in which a postcode, or one of its towns, lies: mostly one; the main one first.
 * @param town as somebody wrote it; one that is not at the postcode has no cantons
 * @param on a day in the past, for towns that changed their canton since; without it as it is now
 */
export function cantonsOf(postcode: string, town?: string, on?: IsoDay): readonly PostalCanton[] {
  const all = table().get(postcode) ?? [];
  const here = town === undefined ? all : all.filter(({ name }) => isSameTown(name, town));
  const lists = here.map(({ name, cantons }) => cantonsOn(postcode, name, cantons, on));
  const counts = new Map<PostalCanton, number>();
  // A canton that is the main one of a town outweighs those that only have a corner of it.
  for (const list of lists) {
    for (const [rank, canton] of list.entries()) {
      counts.set(canton, (counts.get(canton) ?? 0) + (rank === 0 ? 1000 : 1));
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([canton]) => canton);
}

/**
 * Whether there is that town at that postcode. Capitals, dots, `St.` for `Sankt`, one name of two (`Biel/Bienne`), and the
 * canton or number behind a name (`Buchs SG`, `Zürich 1`) make no difference; another spelling does. Only Switzerland and
 * Liechtenstein are looked up: every other country is taken as it is.
 */
export function checkPostcode(
  country: string,
  postcode: string,
  town: string,
): Result<undefined, PostcodeRefusal> {
  if (country !== 'CH' && country !== 'LI') return ok(undefined);
  const towns = table().get(postcode) ?? [];
  const isThere = towns.some(({ cantons }) => (cantons[0] === 'LI') === (country === 'LI'));
  if (!isThere) return refuse({ code: 'postcode_unknown', postcode, country });
  if (towns.some(({ name }) => isSameTown(name, town))) return ok(undefined);
  return refuse({ code: 'town_not_at_postcode', postcode, town, towns: towns.map(({ name }) => name) });
}

let read: ReadonlyMap<string, readonly Town[]> | null = null;

/** Read at the first question: a counter that never asks does not spend the time. */
function table(): ReadonlyMap<string, readonly Town[]> {
  read ??= readTable();
  return read;
}

function readTable(): ReadonlyMap<string, readonly Town[]> {
  const made = new Map<string, readonly Town[]>();
  let canton: PostalCanton | undefined;
  let towns: readonly (readonly [name: string, own: string | undefined])[] = [];
  for (const line of postcodeLines.trim().split('\n')) {
    const [postcode = '', main] = line.slice(0, 7).split(' ', 1)[0]?.split('=') ?? [];
    if (main !== undefined) canton = main as PostalCanton;
    const list = line.indexOf(' ');
    if (list > 0) {
      towns = line
        .slice(list + 1)
        .split(';')
        .map((town) => {
          const [name = '', own] = town.split(':');
          return [name, own] as const;
        });
    }
    const common = canton === undefined ? [] : [canton];
    made.set(
      postcode,
      towns.map(([name, own]) => ({
        name,
        cantons: own === undefined ? common : (own.split('+') as PostalCanton[]),
      })),
    );
  }
  return made;
}

function cantonsOn(
  postcode: string,
  town: string,
  cantons: readonly PostalCanton[],
  on: IsoDay | undefined,
): readonly PostalCanton[] {
  const moved = movedTowns.find((one) => one.postcode === postcode && one.town === town);
  if (moved === undefined || on === undefined || on >= moved.on) return cantons;
  const before = cantons.map((canton) => (canton === moved.to ? (moved.from as PostalCanton) : canton));
  return [...new Set(before)];
}

function isSameTown(known: string, given: string): boolean {
  const names = [known, ...known.split('/'), known.replace(/ \(.*\)$/, '')].map(plain);
  return names.includes(plain(given));
}

/** Behind a name: the number of a post office, or the canton in capitals or brackets. */
function plain(town: string): string {
  return town
    .trim()
    .replace(/ (?:\(?[A-Z]{2}\)?|\d{1,2})$/, '')
    .toLowerCase()
    .replace(/\bsankt\b/g, 'st')
    .replace(/\bsaint(e?)\b/g, 'st$1')
    .replace(/\bbei\b/g, 'b')
    .replace(/[.’'\-\s]+/g, ' ')
    .trim();
}
