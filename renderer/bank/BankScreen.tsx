import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayBankFileRefusal } from '#shared/bank-files/refusal-texts.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Screen } from '../ui/Screen.tsx';
import { bankOf, billsToMatch, knownEntries } from './gather-bank.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { PlanView } from './PlanView.tsx';
import { type ReadFile, type ReadRefusal, readBankFile } from './read-bank-file.ts';
import { WaitingEntries } from './WaitingEntries.tsx';
import styles from './bank.module.css';

/** What a chosen file comes to: a plan, with the names of the bills in it. */
export interface ShownPlan {
  readonly plan: ImportPlan;
  readonly numbers: ReadonlyMap<string, string>;
}

/** The bank: files are read, shown before anything is booked, and what nobody could match waits here. */
export function BankScreen() {
  const { t } = useTranslation();
  const counter = useCounter();
  const language = useUiLanguage();
  const chooser = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState<ShownPlan | null>(null);
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState('');

  const say = (refusal: ReadRefusal): string =>
    refusal.code === 'file_refused'
      ? `${refusal.name}: ${sayBankFileRefusal(refusal.because, language)}`
      : t('bank.problem.file_unreadable', { name: refusal.name });
  const read = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setReading(true);
    setProblem('');
    setDone('');
    const all: ReadFile[] = [];
    for (const file of files) {
      const one = await readBankFile(file);
      if (one.ok) all.push(one.value);
      else setProblem(say(one.refusal));
    }
    if (all.length === files.length) {
      const { rows } = counter;
      const [bills, known, bank] = await Promise.all([billsToMatch(rows), knownEntries(rows), bankOf(rows)]);
      const plan = planImport(all, bills, bank.prefix, known);
      setShown({ plan, numbers: new Map(bills.map(({ id, number }) => [id, number])) });
    }
    setReading(false);
  };
  if (counter.role !== 'owner' && counter.role !== 'manager') {
    return (
      <Screen title={t('bank.title')}>
        <EmptyState title={t('bank.managersOnly')} />
      </Screen>
    );
  }
  return (
    <>
      <input
        ref={chooser}
        className={styles['chooser']}
        type="file"
        accept=".xml,text/xml,application/xml"
        multiple
        tabIndex={-1}
        aria-label={t('bank.choose')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again.
          event.currentTarget.value = '';
          void read(files);
        }}
      />
      {shown === null ? (
        <WaitingEntries
          problem={problem}
          done={reading ? t('bank.reading') : done}
          onChoose={() => chooser.current?.click()}
          onProblem={setProblem}
          onDone={setDone}
        />
      ) : (
        <PlanView
          shown={shown}
          onLeave={(said) => {
            setShown(null);
            setDone(said);
          }}
        />
      )}
    </>
  );
}
