import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ImportColumn,
  type Mapping,
  changeMapping,
  guessMapping,
} from '#shared/imports/import-columns.ts';
import { type RowOutcome, formsToWrite } from '#shared/imports/outcome.ts';
import { type CsvTable, readCsv } from '#shared/imports/read-csv.ts';
import { csvRefusalTexts } from '#shared/imports/refusal-texts.ts';
import { type Result } from '#shared/result/result.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { downloadCsv } from '../ui/table/download-csv.ts';
import styles from './Imports.module.css';
import { MappingFields } from './MappingFields.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { outcomeText } from './outcome-text.ts';
import { type ImportProgress, type ToWrite, mayImport } from './write-import.ts';

export interface ImportScreenProps<Column extends ImportColumn, Form, Facts> {
  readonly title: string;
  readonly back: '/customers' | '/fleet';
  readonly columns: readonly Column[];
  readonly readFacts: () => Promise<Facts>;
  readonly plan: (table: CsvTable, mapping: Mapping<Column>, facts: Facts) => readonly RowOutcome<Form>[];
  readonly write: (forms: readonly ToWrite<Form>[], progress: ImportProgress) => Promise<Result<number>>;
  /** What of a row is shown: its name, and what to look at; parts are kept apart by a line. */
  readonly describe: (form: Form) => readonly [name: string, detail: string];
}

interface Loaded<Column extends ImportColumn, Facts> {
  readonly name: string;
  readonly table: CsvTable;
  readonly mapping: Mapping<Column>;
  readonly facts: Facts;
}

type Stage =
  | { readonly kind: 'preview' }
  | { readonly kind: 'writing'; readonly written: number; readonly of: number }
  | { readonly kind: 'done'; readonly written: number };

/** From a file to rows of the replica: choose, map the columns, look at what becomes of each row, write. */
export function ImportScreen<Column extends ImportColumn, Form, Facts>(
  props: ImportScreenProps<Column, Form, Facts>,
) {
  const { title, back, columns, readFacts, plan, write, describe } = props;
  const { t } = useTranslation();
  const language = useUiLanguage();
  const navigate = useNavigate();
  const counter = useCounter();
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController | null>(null);
  const [loaded, setLoaded] = useState<Loaded<Column, Facts> | null>(null);
  const [confirmed, setConfirmed] = useState<ReadonlySet<number>>(new Set());
  const [stage, setStage] = useState<Stage>({ kind: 'preview' });
  const [problem, setProblem] = useState('');
  // Whoever leaves stops before the next batch; what was written stays.
  useEffect(() => () => stop.current?.abort(), []);

  const outcomes = useMemo(
    () => (loaded ? plan(loaded.table, loaded.mapping, loaded.facts) : []),
    [loaded, plan],
  );
  const toWrite = formsToWrite(outcomes, confirmed);

  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const table = readCsv(new Uint8Array(await file.arrayBuffer()));
    setConfirmed(new Set());
    setStage({ kind: 'preview' });
    if (!table.ok) {
      setLoaded(null);
      setProblem(sayRefusal(csvRefusalTexts, table.refusal, language));
      return;
    }
    const facts = await readFacts();
    setProblem('');
    setLoaded({
      name: file.name,
      table: table.value,
      mapping: guessMapping(table.value.head, columns),
      facts,
    });
  };
  const start = async (): Promise<void> => {
    if (stage.kind !== 'preview' || toWrite.length === 0) return;
    const aborter = new AbortController();
    stop.current = aborter;
    setStage({ kind: 'writing', written: 0, of: toWrite.length });
    const result = await write(toWrite, {
      signal: aborter.signal,
      onWritten: (written) => setStage({ kind: 'writing', written, of: toWrite.length }),
    });
    if (result.ok) setStage({ kind: 'done', written: result.value });
    else setProblem(t('imports.notPermitted'));
  };
  const left = outcomes.filter(
    ({ kind, line }) => kind === 'wrong' || kind === 'known' || (kind === 'confirm' && !confirmed.has(line)),
  );
  const saveLeft = (): void => {
    if (!loaded) return;
    const cells = new Map(loaded.table.rows.map((row) => [row.line, row.cells]));
    const width = loaded.table.head.length;
    downloadCsv(
      t('imports.leftName'),
      [...loaded.table.head, t('imports.why')],
      left.map((outcome) => [
        ...Array.from({ length: width }, (_, at) => cells.get(outcome.line)?.[at] ?? ''),
        outcomeText(t, outcome, language),
      ]),
    );
  };
  const leave = (): void => void navigate({ to: back });
  const choose = (): void => input.current?.click();
  useHotkeys({ 'Ctrl+Enter': () => void start(), d: choose, e: saveLeft, Escape: leave });
  useKeyLine({
    keys: [
      ['D', t('keys.file')],
      ...(loaded ? ([['Ctrl ↵', t('imports.write')]] as const) : []),
      ...(left.length > 0 ? ([['E', t('keys.rest')]] as const) : []),
      ['Esc', t('keys.back')],
    ],
    status: loaded?.name ?? '',
  });
  if (!mayImport(counter)) return <EmptyState title={t('imports.notPermitted')} />;
  return (
    <div className={styles['import']}>
      <div className={styles['title']}>
        <h1>{title}</h1>
        <div className={styles['buttons']}>
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,text/csv"
            hidden
            onChange={(event) => {
              void read(event.target.files?.[0]);
              // The same file, corrected, is a choice again.
              event.target.value = '';
            }}
          />
          <Button hotkey="D" kind={loaded ? 'plain' : 'primary'} onPress={choose}>
            {t('imports.choose')}
          </Button>
          {left.length > 0 ? (
            <Button hotkey="E" onPress={saveLeft}>
              {t('imports.left')}
            </Button>
          ) : null}
          {loaded && stage.kind === 'preview' ? (
            <Button
              hotkey="Ctrl ↵"
              kind="primary"
              isDisabled={toWrite.length === 0}
              onPress={() => void start()}
            >
              {t('imports.writeCount', { count: toWrite.length })}
            </Button>
          ) : null}
          {stage.kind === 'writing' ? (
            <Button onPress={() => stop.current?.abort()}>{t('imports.stop')}</Button>
          ) : null}
        </div>
      </div>
      {problem === '' ? null : (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
      {stage.kind === 'writing' ? (
        <p role="status">{t('imports.writing', { written: stage.written, all: stage.of })}</p>
      ) : null}
      {stage.kind === 'done' ? (
        <p className={styles['done']} role="note">
          {t('imports.done', { count: stage.written })} {t('imports.doneLeft', { count: left.length })}
        </p>
      ) : null}
      {loaded === null ? (
        <EmptyState title={t('imports.begin')}>
          <p>{t('imports.beginHint')}</p>
        </EmptyState>
      ) : (
        <>
          {stage.kind === 'preview' ? (
            <MappingFields
              head={loaded.table.head}
              example={loaded.table.rows[0]?.cells ?? []}
              columns={columns}
              mapping={loaded.mapping}
              onChange={(index, column) => {
                setConfirmed(new Set());
                setLoaded({ ...loaded, mapping: changeMapping(loaded.mapping, index, column) });
              }}
            />
          ) : null}
          <OutcomeTable
            outcomes={outcomes}
            describe={describe}
            confirmed={confirmed}
            onConfirm={stage.kind === 'preview' ? setConfirmed : null}
          />
        </>
      )}
    </div>
  );
}
