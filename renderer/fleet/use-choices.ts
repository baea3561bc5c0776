import { useRows } from '../app/hooks/use-rows.ts';
import type { SelectOption } from '../ui/fields/Select.tsx';

const none: readonly SelectOption<string>[] = [];

/** The categories, to choose from. */
export function useCategories(): readonly SelectOption<string>[] {
  const rows = useRows('choices/categories', (all) =>
    all.selectFrom('vehicle_categories').select(['id', 'code', 'name']).orderBy('position'),
  );
  return rows?.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` })) ?? none;
}

/** The branches, to choose from. */
export function useBranches(): readonly SelectOption<string>[] {
  const rows = useRows('choices/branches', (all) =>
    all.selectFrom('branches').select(['id', 'code', 'name']).orderBy('code'),
  );
  return rows?.map(({ id, code, name }) => ({ value: id, label: name, detail: code })) ?? none;
}
