/** ISO 7064 modulo 97-10 over digits and capital letters (A = 10 … Z = 35), as IBANs and creditor references use it. */
export function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
