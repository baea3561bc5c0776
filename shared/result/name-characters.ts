/** `王 (U+738B), U+0007`: characters as a sentence names them, those that cannot be seen only by their number. */
export function nameCharacters(characters: readonly string[]): string {
  return characters
    .map((character) => {
      const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      return /[\p{C}\p{Z}]/u.test(character) ? number : `${character} (${number})`;
    })
    .join(', ');
}
