/** What is wrong with the fields of a form, by their names. */
export type WrongFields<Field extends string, Code> = Readonly<Partial<Record<Field, Code>>>;

/**
 * Of what is wrong, that which lies on this step or before it, and the first step that has any of it; null when none has. What lies
 * ahead is not wrong yet: nobody has been there.
 */
export function wrongUpTo<Field extends string, Code>(
  wrong: WrongFields<Field, Code>,
  stepOf: (field: Field) => number,
  upTo: number,
): { readonly errors: WrongFields<Field, Code>; readonly first: number | null } {
  const relevant = (Object.entries(wrong) as [Field, Code][]).filter(([field]) => stepOf(field) <= upTo);
  return {
    errors: Object.fromEntries(relevant) as WrongFields<Field, Code>,
    first: relevant.length === 0 ? null : Math.min(...relevant.map(([field]) => stepOf(field))),
  };
}
