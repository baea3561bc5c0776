import { useTranslation } from 'react-i18next';
import { formatTime } from '#shared/time/format-time.ts';
import type { Instant } from '#shared/time/instant.ts';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { useKeyLine } from '../shell/key-line-context.ts';

export interface FlowKeys {
  readonly onNext: () => void;
  readonly onBack: () => void;
  readonly onPark: () => void;
  readonly savedAt: Instant | null;
  /** Of this step alone: the key, and what it does. */
  readonly more?: readonly (readonly [key: string, does: string])[];
}

/** The keys of every task in steps, and the line that tells them with when its draft was saved. */
export function useFlowKeys({ onNext, onBack, onPark, savedAt, more = [] }: FlowKeys): void {
  const { t } = useTranslation();
  useHotkeys({ 'Ctrl+Enter': onNext, Escape: onBack, p: onPark });
  useKeyLine({
    keys: [['Tab', t('keys.nextField')], ...more, ['Ctrl ↵', t('keys.next')], ['Esc', t('keys.back')]],
    status: savedAt ? t('checkOut.saved', { time: formatTime(savedAt) }) : '',
  });
}
