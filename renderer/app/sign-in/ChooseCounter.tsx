import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import type { ClaimRefusal } from '../counter/claim-counter.ts';
import type { CounterChoice } from '../counter/counter-choices.ts';
import styles from './SignIn.module.css';

export interface ChooseCounterProps {
  /** Null while the first rows are on their way. */
  readonly choices: readonly CounterChoice[] | null;
  readonly mayTakeOver: boolean;
  readonly onChoose: (counterId: string, takeOver: boolean) => Promise<ClaimRefusal | null>;
}

/** Up and down lead from one counter to the next, as in every other list. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-choice]')];
  buttons[buttons.findIndex((one) => one === document.activeElement) + by]?.focus();
}

/** Asked once on a machine: which counter it is. */
export function ChooseCounter({ choices, mayTakeOver, onChoose }: ChooseCounterProps) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<{ readonly id: string; readonly code: ClaimRefusal['code'] } | null>(
    null,
  );
  useEffect(() => {
    if (choices) document.querySelector<HTMLElement>('[data-choice]')?.focus();
  }, [choices]);

  const choose = async (id: string, takeOver: boolean): Promise<void> => {
    const refusal = await onChoose(id, takeOver);
    setRefused(refusal ? { id, code: refusal.code } : null);
  };

  return (
    <main className={styles['page']}>
      <div className={styles['panel']}>
        <h1>{t('chooseCounter.title')}</h1>
        <p className="quiet small">{t('chooseCounter.hint')}</p>
        {choices === null ? <p role="status">{t('chooseCounter.loading')}</p> : null}
        {/* The arrows go through the buttons; they are none themselves. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ul className={styles['list']} onKeyDown={moveByArrow}>
          {choices?.map((choice) => (
            <li key={choice.id}>
              <button
                type="button"
                data-choice
                className={styles['choice']}
                onClick={() => void choose(choice.id, false)}
              >
                <span>{choice.name}</span>
                <span className="quiet">
                  {choice.code}-{choice.letter}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <p className={styles['refusal']} role="alert">
          {refused ? t(`chooseCounter.${refused.code}`) : ''}
        </p>
        {refused?.code === 'counter_taken' ? (
          <>
            <p className="quiet small">{t('chooseCounter.takeOverHint')}</p>
            {mayTakeOver ? (
              <Button onPress={() => void choose(refused.id, true)}>{t('chooseCounter.takeOver')}</Button>
            ) : null}
          </>
        ) : null}
      </div>
    </main>
  );
}
