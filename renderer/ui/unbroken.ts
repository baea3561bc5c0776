/** Numbers such as `ZRH-A-26-00006` that stand in a sentence: none ends a line at one of its hyphens. Words keep theirs. */
export function unbroken(text: string): string {
  return text.replaceAll(/\b[A-Z]{3}-[A-Z]-\d\d-[A-Z]?\d+\b/g, (number) => number.replaceAll('-', '\u2011'));
}
