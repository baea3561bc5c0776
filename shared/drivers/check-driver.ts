import { type Result, ok, refuse } from '../result/result.ts';
import type { IsoDay } from '../time/instant.ts';
import { type DriverAgeRules, checkDriverAge } from './check-driver-age.ts';
import type { DriverRefusal, LicenceCategory } from './driver-refusal.ts';

export interface Driver {
  readonly bornOn: IsoDay;
  readonly licenceSince: IsoDay;
  /** As printed on the licence: `B`, `A1, B, BE`. */
  readonly licenceCategory: string;
  /** The last day on which it is valid; `null` where none is printed, as on Swiss licences. */
  readonly licenceExpiresOn: IsoDay | null;
}

export interface DriverRules extends DriverAgeRules {
  /** What the vehicle needs. */
  readonly licenceCategory: LicenceCategory;
}

/**
 * May this person drive this vehicle in this period? Age and licence years are counted on the first day, the licence must
 * be valid to the last. `path` leads to the driver's fields.
 */
export function checkDriver(
  driver: Driver,
  rules: DriverRules,
  period: { readonly firstDay: IsoDay; readonly lastDay: IsoDay },
  path = '',
): Result<Driver, DriverRefusal> {
  const ages = checkDriverAge(driver, rules, period.firstDay, path);
  if (!ages.ok) return ages;
  const needed = rules.licenceCategory;
  if (!entitles(driver.licenceCategory, needed)) {
    return refuse({ code: 'licence_category_missing', field: `${path}licenceCategory`, needed });
  }
  const expiresOn = driver.licenceExpiresOn;
  if (expiresOn !== null && expiresOn < period.lastDay) {
    return refuse({ code: 'licence_expired', field: `${path}licenceExpiresOn`, expiresOn });
  }
  return ok(driver);
}

/**
 * What is written on a licence, and what it lets drive besides (VZV 3 and 4): with a trailer includes without, the larger
 * vehicle of a letter includes the smaller. Lorries and buses do not include cars here: B is printed beside them.
 */
const including: Readonly<Record<LicenceCategory, readonly string[]>> = {
  B: ['B', 'B96', 'BE'],
  BE: ['BE'],
  C1: ['C1', 'C1E', 'C', 'CE'],
  C: ['C', 'CE'],
  D1: ['D1', 'D1E', 'D', 'DE'],
};

function entitles(printed: string, needed: LicenceCategory): boolean {
  const held = printed.toUpperCase().split(/[\s,;/+]+/);
  return including[needed].some((category) => held.includes(category));
}
