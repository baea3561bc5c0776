import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRows } from '../hooks/use-rows.ts';
import type { OccupationWords } from './fleet-of.ts';

/** What holds and transfers are called. */
export function useOccupationWords(): OccupationWords {
  const { t } = useTranslation();
  const branches = useRows('fleet/branches', (rows) => rows.selectFrom('branches').select(['id', 'name']));
  return useMemo(
    () => ({
      hold: (reason) => t(`hold.reasons.${reason}`),
      transfer: (toBranchId) =>
        t('plan.transferTo', { branch: branches?.find(({ id }) => id === toBranchId)?.name ?? '' }),
    }),
    [t, branches],
  );
}
