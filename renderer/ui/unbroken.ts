/**
 * What is one thing in a sentence holds together: numbers such as `ZRH-A-26-00006`, times such as `7.30-12`, telephone numbers, a day
 * with its time, and a figure with its unit. None ends a line at one of its hyphens or spaces. Words keep theirs.
 */
export function unbroken(text: string): string {
  return text
    .replaceAll(/\b[A-Z]{3}-[A-Z]-\d\d-[A-Z]?\d+\b/g, (number) => number.replaceAll('-', '\u2011'))
    .replaceAll(/(?<=\b\d{1,2}(?:[.:]\d\d)?)-(?=\d{1,2}\b)/g, '\u2011')
    .replaceAll(/(?:\b0\d\d|\+\d\d)(?: \d{2,})+\b/g, (phone) => phone.replaceAll(' ', '\u00a0'))
    .replaceAll(/(?<=\d) (?=(?:km|min|h)\b)/g, '\u00a0')
    .replaceAll(/(?<=\b\d{1,2}\.\d{1,2}\.(?:\d{4})?) (?=\d{1,2}:\d\d\b)/g, '\u00a0');
}
