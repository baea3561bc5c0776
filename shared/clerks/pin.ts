import { type Result, ok, refuse } from '../result/result.ts';

/** Wrong PINs in a row after which only the password opens, whatever is typed. */
export const pinTries = 5;

export type PinFault =
  | { readonly code: 'pin_form' }
  /** Among the first that anybody tries. */
  | { readonly code: 'pin_too_simple' };

/**
 * Whether a PIN may be chosen: 4 to 6 digits, and not one of those that are tried first. With five tries, 10 000 PINs are
 * enough against a guess; the forty or so that people choose most are not.
 */
export function checkPin(pin: string): Result<string, PinFault> {
  if (!/^[0-9]{4,6}$/.test(pin)) return refuse({ code: 'pin_form' });
  return isSimple(pin) ? refuse({ code: 'pin_too_simple' }) : ok(pin);
}

/** 0000, 1234, 4321, 1212, 123123: one digit, a run, or a half that is said again. */
function isSimple(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10);
  const isRun = new Set(steps).size === 1 && [0, 1, 9].includes(steps[0] ?? 0);
  const repeats = [1, 2, 3].some(
    (length) => pin.length % length === 0 && pin === pin.slice(0, length).repeat(pin.length / length),
  );
  return isRun || repeats;
}
