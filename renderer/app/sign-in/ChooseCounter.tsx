import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import type { ClaimRefusal } from '../counter/claim-counter.ts';
import type { CounterOffer } from '../counter/counter-choices.ts';
import styles from './SignIn.module.css';

export interface ChooseCounterProps {
  /** Null while the first rows are on their way. */
  readonly offer: CounterOffer | null;
  readonly mayTakeOver: boolean;
  readonly onChoose: (counterId: string, takeOver: boolean) => Promise<ClaimRefusal | null>;
  readonly onSignOut: () => void;
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
export function ChooseCounter({ offer, mayTakeOver, onChoose, onSignOut }: ChooseCounterProps) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<{ readonly id: string; readonly code: ClaimRefusal['code'] } | null>(
    null,
  );
  const isOffered = offer !== null && offer.choices.length > 0;
  useEffect(() => {
    if (isOffered) document.querySelector<HTMLElement>('[data-choice]')?.focus();
  }, [isOffered]);

  const choose = async (id: string, takeOver: boolean): Promise<void> => {
    const refusal = await onChoose(id, takeOver);
    setRefused(refusal ? { id, code: refusal.code } : null);
  };

  return (
    <main className={styles['page']}>
      <div className={styles['panel']}>
        <h1>{t('chooseCounter.title')}</h1>
        {offer && !isOffered ? (
          <NoneOffered offer={offer} />
        ) : (
          <p className="quiet small">{t('chooseCounter.hint')}</p>
        )}
        {offer === null ? <p role="status">{t('chooseCounter.loading')}</p> : null}
        {/* The arrows go through the buttons; they are none themselves. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ul className={styles['list']} onKeyDown={moveByArrow}>
          {offer?.choices.map((choice) => (
            <li key={choice.id}>
              <button
                type="button"
                data-choice
                className={styles['choice']}
                onClick={() => void choose(choice.id, false)}
              >
                <span>{choice.name}</span>
                <span className="quiet">{choice.code}</span>
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
        {offer ? <Button onPress={onSignOut}>{t('settings.signOut')}</Button> : null}
      </div>
    </main>
  );
}

/** Why there is nothing to choose, and whom to ask. */
function NoneOffered({ offer }: { readonly offer: CounterOffer }) {
  const { t } = useTranslation();
  const { ownBranch, owners, isOwner } = offer;
  return (
    <div role="status" className={styles['told']}>
      <p>
        {ownBranch === null
          ? t('chooseCounter.noneAtAll')
          : t('chooseCounter.noneAtOwnBranch', { branch: ownBranch })}
      </p>
      <p>
        {isOwner || owners === '' ? t('chooseCounter.askSupport') : t('chooseCounter.askOwners', { owners })}
      </p>
    </div>
  );
}
