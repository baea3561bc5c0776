/** Texts as i18next takes them. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/**
 * French and Italian have a form for whole millions ("un million de véhicules"), which no counter ever needs in other
 * words than the plural. Without it i18next would say the German sentence. So every `_other` is its `_many` as well.
 */
export function withMany(texts: TextTree): TextTree {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]): (readonly [string, string | TextTree])[] => {
      if (typeof text !== 'string') return [[key, withMany(text)]];
      return key.endsWith('_other')
        ? [
            [key, text],
            [key.replace(/_other$/, '_many'), text],
          ]
        : [[key, text]];
    }),
  );
}
