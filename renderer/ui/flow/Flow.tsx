import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../Button.tsx';
import { focusFirst } from '../focus-first.ts';
import styles from './Flow.module.css';

export interface FlowStep {
  readonly title: string;
  /** What was entered there, or what will be asked. */
  readonly detail: string;
}

export interface FlowProps {
  readonly steps: readonly FlowStep[];
  /** The step that is shown, from 1. */
  readonly step: number;
  readonly onGo: (step: number) => void;
  /** Why it does not go on; empty when nothing is wrong. */
  readonly problem: string;
  /** One step's work. */
  readonly children: ReactNode;
  /** What it comes to: always in sight. */
  readonly side: ReactNode;
  /** What can be done now; the first is the next step. */
  readonly actions: ReactNode;
}

/** A task in steps: where one is on the left, one step's work in the middle, what it comes to on the right. */
export function Flow({ steps, step, onGo, problem, children, side, actions }: FlowProps) {
  const work = useRef<HTMLDivElement>(null);
  // The step before took its focus with it: where the new one does not take it by itself, its keys would go nowhere.
  useEffect(() => {
    if (step > 0 && work.current && !work.current.contains(document.activeElement)) focusFirst(work.current);
  }, [step]);
  return (
    <div className={styles['flow']}>
      <ol className={styles['steps']}>
        {steps.map(({ title, detail }, index) => (
          <li key={title}>
            <button
              type="button"
              className={styles['step']}
              aria-current={index + 1 === step ? 'step' : undefined}
              onClick={() => onGo(index + 1)}
            >
              <span className={styles['number']} data-done={index + 1 < step}>
                {index + 1 < step ? '✓' : index + 1}
              </span>
              <span>
                <strong>{title}</strong>
                <small>{detail}</small>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div ref={work} className={styles['work']}>
        {problem === '' ? null : (
          <p className={styles['problem']} role="alert">
            {problem}
          </p>
        )}
        {children}
      </div>
      <aside className={styles['side']}>
        {side}
        <div className={styles['actions']}>{actions}</div>
      </aside>
    </div>
  );
}

export interface FlowActionsProps {
  readonly next: string;
  readonly isBusy: boolean;
  readonly onNext: () => void;
  readonly back: string;
  readonly onBack: () => void;
  readonly park: string;
  readonly onPark: () => void;
  readonly discard: string;
  readonly onDiscard: () => void;
}

/** The steps that every flow has: on, back, park, and away with it. */
export function FlowActions(props: FlowActionsProps) {
  return (
    <>
      <Button kind="primary" hotkey="Ctrl ↵" onPress={props.onNext} isDisabled={props.isBusy}>
        {props.next}
      </Button>
      <div className={styles['pair']}>
        <Button hotkey="Esc" onPress={props.onBack}>
          {props.back}
        </Button>
        <Button hotkey="P" onPress={props.onPark}>
          {props.park}
        </Button>
      </div>
      <button type="button" className={styles['discard']} onClick={props.onDiscard}>
        {props.discard}
      </button>
    </>
  );
}
