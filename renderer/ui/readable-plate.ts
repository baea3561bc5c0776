/**
 * A Swiss plate as it stands on the car, `ZH 218 404`, with spaces that never end a line; foreign and empty ones, and what is no
 * plate at all, as they are.
 */
export function readablePlate(plate: string): string {
  const swiss = /^([A-Z]{2})\s?(\d{1,6})$/.exec(plate);
  return swiss ? `${swiss[1]}\u00a0${(swiss[2] ?? '').replace(/\B(?=(\d{3})+$)/g, '\u00a0')}` : plate;
}
