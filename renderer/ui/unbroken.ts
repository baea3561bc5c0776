/** A number such as `ZRH-A-26-00006` that stands in a sentence: it never ends a line at one of its hyphens. */
export function unbroken(number: string): string {
  return number.replaceAll('-', '\u2011');
}
