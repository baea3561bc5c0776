/** For comparing what is typed with what is written: without capitals, accents and double spaces. `Zürich` is `zurich`. */
export function foldText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
