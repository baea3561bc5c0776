/** The parts of the gallery, in its order. */
export const sectionNames = [
  'fields',
  'forms',
  'hours',
  'choices',
  'actions',
  'facts',
  'damage',
  'table',
  'timeline',
  'screen',
  'flow',
  'overlays',
] as const;
export type SectionName = (typeof sectionNames)[number];
