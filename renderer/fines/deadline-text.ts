import type { TFunction } from 'i18next';
import { namingDeadline } from '#shared/fines/fine-deadline.ts';
import { formatDay } from '#shared/time/format-time.ts';
import type { IsoDay } from '#shared/time/instant.ts';

/** `20.12.2026, noch 12 Tage` */
export function deadlineText(t: TFunction, receivedOn: IsoDay, today: IsoDay): string {
  const { until, state, daysLeft, daysPast } = namingDeadline(receivedOn, today);
  return `${formatDay(until)}, ${t(`fines.deadline.${state}`, { count: state === 'passed' ? daysPast : daysLeft })}`;
}
