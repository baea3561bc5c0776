/** The lists, and the plan, whose filters can be saved under a name, by how the rows of `saved_views` call them; each is the name of its place. */
export const savedLists = {
  customers: '/customers',
  fines: '/fines',
  fleet: '/fleet',
  invoices: '/invoices',
  plan: '/plan',
  reports: '/reports',
} as const;

export type SavedList = keyof typeof savedLists;

export function isSavedList(list: string): list is SavedList {
  return Object.hasOwn(savedLists, list);
}
