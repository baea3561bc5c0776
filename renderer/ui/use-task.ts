import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Task {
  readonly isBusy: boolean;
  /** Does what the form is for; nothing while it is still at it. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
}

/**
 * The one thing that a form does at its end. However it ends, the form is free again: what throws is a bug, and is said in a sentence
 * where the form says what stands in its way, so that what was typed stays and can be sent again. The console has the rest.
 */
export function useTask(onProblem: (sentence: string) => void): Task {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  // A second press may come before the button is drawn busy.
  const running = useRef(false);
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      onProblem(t('problem.unexpected', { code: error instanceof Error ? error.name : 'form' }));
      reportError(error);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { isBusy, run };
}
