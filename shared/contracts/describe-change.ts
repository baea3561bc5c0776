import { formatInstant } from '../time/format-time.ts';
import type { Instant } from '../time/instant.ts';
import { unreachable } from '../result/result.ts';
import type { PaperLanguage } from '../pricing/line-words.ts';
import type { AmendmentChange } from './amendment-change.ts';
import type { ContractTerms } from './signed-contract.ts';

/** A row of an amendment, as `amendmentPaper` wants it. */
export interface DescribedChange {
  readonly what: string;
  readonly before: string | null;
  readonly now: string;
}

/** How people call what the replica knows by ids. */
export interface Names {
  readonly branch: (id: string) => string;
  /** `ZH 731 204, Škoda Octavia Combi` */
  readonly vehicle: (id: string) => string;
  readonly driver: (id: string) => string;
}

/** A protection limits what the renter bears; it is no insurance, which only an insurer sells (and without VAT). */
interface Words {
  readonly until: string;
  readonly place: string;
  readonly vehicle: string;
  readonly driver: string;
  readonly extra: string;
  readonly protection: string;
  readonly from: (moment: string) => string;
  readonly because: (reason: string) => string;
}

const words: Readonly<Record<PaperLanguage, Words>> = {
  de: {
    until: 'Rückgabe bis',
    place: 'Rückgabeort',
    vehicle: 'Fahrzeug',
    driver: 'Zusatzlenker/in',
    extra: 'Zubehör',
    protection: 'Schutz',
    from: (moment) => `ab ${moment}`,
    because: (reason) => `Grund: ${reason}`,
  },
  fr: {
    until: 'Restitution au plus tard',
    place: 'Lieu de restitution',
    vehicle: 'Véhicule',
    driver: 'Conducteur supplémentaire',
    extra: 'Accessoires',
    protection: 'Protection',
    from: (moment) => `dès le ${moment}`,
    because: (reason) => `motif : ${reason}`,
  },
  it: {
    until: 'Riconsegna entro',
    place: 'Luogo di riconsegna',
    vehicle: 'Veicolo',
    driver: 'Conducente supplementare',
    extra: 'Accessori',
    protection: 'Protezione',
    from: (moment) => `dal ${moment}`,
    because: (reason) => `motivo: ${reason}`,
  },
  en: {
    until: 'Return by',
    place: 'Place of return',
    vehicle: 'Vehicle',
    driver: 'Additional driver',
    extra: 'Extras',
    protection: 'Protection cover',
    from: (moment) => `from ${moment}`,
    because: (reason) => `reason: ${reason}`,
  },
};

/** Says each change beside what held before it, in the language of the paper. */
export function describeChanges(
  changes: readonly AmendmentChange[],
  terms: ContractTerms,
  names: Names,
  language: PaperLanguage,
): readonly DescribedChange[] {
  const say = words[language];
  const { list } = terms.price;
  let { at: until, branch } = terms.price.request.return;
  let vehicle = terms.vehicle.id;
  const since = (now: string, from: Instant) => `${now}, ${say.from(formatInstant(from))}`;
  return changes.map((change): DescribedChange => {
    switch (change.kind) {
      case 'extend': {
        const before = formatInstant(until);
        until = change.until;
        return { what: say.until, before, now: formatInstant(until) };
      }
      case 'return_elsewhere': {
        const before = names.branch(branch);
        branch = change.branch;
        return { what: say.place, before, now: names.branch(branch) };
      }
      case 'exchange_vehicle': {
        const before = names.vehicle(vehicle);
        vehicle = change.vehicle.id;
        const now = since(names.vehicle(vehicle), change.at);
        return { what: say.vehicle, before, now: `${now} (${say.because(change.reason)})` };
      }
      case 'add_driver':
        return {
          what: say.driver,
          before: null,
          now: since(names.driver(change.driver.id), change.from),
        };
      case 'add_extras': {
        const now = change.extras.map(({ id, count }) => `${count} × ${named(list.extras, id)}`).join(', ');
        return { what: say.extra, before: null, now: since(now, change.from) };
      }
      case 'add_protections': {
        const now = change.protections.map((id) => named(list.protections, id)).join(', ');
        return { what: say.protection, before: null, now: since(now, change.from) };
      }
      default:
        return unreachable(change);
    }
  });
}

function named(known: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return known.find((one) => one.id === id)?.name ?? id;
}
