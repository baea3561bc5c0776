/** Who rents or pays: a person, or a company with the person who stands at the counter. */
export type PartyName =
  | { readonly kind: 'person'; readonly firstName: string; readonly lastName: string }
  | { readonly kind: 'company'; readonly company: string; readonly contact: string | null };

/** `Annalena Brunner`, `Muster AG`: the name on papers and bills. */
export function displayName(name: PartyName): string {
  if (name.kind === 'company') return name.company.trim();
  return [name.firstName, name.lastName]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}

/** `Brunner, Annalena`, `Muster AG`: the name in lists, sorted as people look for it. */
export function listName(name: PartyName): string {
  if (name.kind === 'company') return name.company.trim();
  return [name.lastName, name.firstName]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
}
