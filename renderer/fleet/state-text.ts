import type { TFunction } from 'i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import type { VehicleState } from './vehicle-state.ts';

/** `unterwegs bis 24.12.2026 14:00`, `Pneus bis …`, `in CHR`. */
export function stateText(t: TFunction, state: VehicleState): string {
  switch (state.kind) {
    case 'out':
      return t('fleet.state.out', { time: formatInstant(state.until) });
    case 'held':
      return state.until === null
        ? t(`hold.reasons.${state.reason}`)
        : t('fleet.state.held', {
            reason: t(`hold.reasons.${state.reason}`),
            time: formatInstant(state.until),
          });
    case 'elsewhere':
      return t('fleet.state.elsewhere', { branch: state.branch });
    case 'free':
    case 'workshop':
    case 'retired':
      return t(`fleet.state.${state.kind}`);
  }
}
