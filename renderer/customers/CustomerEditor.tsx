import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { CustomerForm } from '#shared/parties/customer-form.ts';
import type { CustomerErrors } from '#shared/parties/customer-form.ts';
import { dayOf, now } from '#shared/time/instant.ts';
import { type RefusedOperation, readRefused } from '../app/attention/refused-payload.ts';
import { customerFields } from '../app/counter/customer-row.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useUnsaved } from '../app/hooks/use-unsaved.tsx';
import { useRows } from '../app/hooks/use-rows.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useReturn } from '../app/shell/use-trail.ts';
import { Button } from '../ui/Button.tsx';
import { focusFirstInvalid } from '../ui/focus-first.ts';
import { useTask } from '../ui/use-task.ts';
import { type CustomerEntry, emptyCustomer, entryOf, readEntry, refusedCustomer } from './customer-entry.ts';
import { CustomerFields } from './CustomerFields.tsx';
import styles from './Customers.module.css';
import { addCustomer, changeCustomer } from './save-customer.ts';

/** A change to a customer: from the beginning, or one that the server refused and that is put right. */
export const customerEdit = z.object({ refusal: z.uuid().optional() });
/** Somebody new, with the name that was searched for. */
export const customerStart = customerEdit.extend({ name: z.string().default('') });

export function NewCustomer() {
  const { name, refusal: refusalId } = useSearch({ from: '/customers/new' });
  const before = emptyCustomer(name);
  const refused = useRefused(refusalId);
  if (refused === 'reading') return null;
  return <CustomerEditor customerId={null} before={before} refused={refused} />;
}

export function EditCustomer() {
  const { customerId } = useParams({ from: '/customers/$customerId/edit' });
  const [row] =
    useRows(`customer/${customerId}`, (rows) =>
      rows.selectFrom('customers').selectAll().where('id', '=', customerId),
    ) ?? [];
  const { refusal: refusalId } = useSearch({ from: '/customers/$customerId/edit' });
  const refused = useRefused(refusalId);
  if (!row || refused === 'reading') return null;
  return <CustomerEditor customerId={customerId} before={customerFields(row)} refused={refused} />;
}

interface RefusedEntry {
  readonly refusalId: string;
  readonly customerId: string;
  readonly data: RefusedOperation['data'];
}

/** The refused entry that is put right here; null for none. */
function useRefused(refusalId: string | undefined): RefusedEntry | null | 'reading' {
  const found = useRows(`customer/refused/${refusalId}`, (rows) =>
    rows
      .selectFrom('refused_changes')
      .select(['id', 'payload'])
      .where('id', '=', refusalId ?? ''),
  );
  if (refusalId === undefined) return null;
  if (found === undefined) return 'reading';
  const [operation] = readRefused(found[0]?.payload ?? '') ?? [];
  return operation ? { refusalId, customerId: operation.id, data: operation.data } : null;
}

interface CustomerEditorProps {
  /** Null for somebody new. */
  readonly customerId: string | null;
  readonly before: CustomerForm;
  readonly refused: RefusedEntry | null;
}

/** The form of one customer. Ctrl+Enter saves, Escape leaves without. */
function CustomerEditor({ customerId, before, refused }: CustomerEditorProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const counter = useCounter();
  const today = dayOf(now());
  // What stood there when the form was opened: what arrives meanwhile is not overwritten by it.
  const [opened] = useState(before);
  const [shown] = useState(() => entryOf(refused ? refusedCustomer(before, refused.data) : before, today));
  const [entry, setEntry] = useState(shown);
  const [errors, setErrors] = useState<CustomerErrors>({});
  const [problem, setProblem] = useState('');
  const [knownId, setKnownId] = useState<string | null>(null);

  const show = (id: string): void =>
    void navigate({ to: '/customers/$customerId', params: { customerId: id } });
  const back = useReturn('/customers');
  const away = (): void => {
    if (refused) void navigate({ to: '/inbox' });
    else if (customerId === null) back();
    else show(customerId);
  };
  const change = (changes: Partial<CustomerEntry>): void => {
    setEntry({ ...entry, ...changes });
    setErrors({});
    setKnownId(null);
  };
  const { leave, isAsking, question } = useUnsaved(JSON.stringify(entry) !== JSON.stringify(shown), away);
  const { isBusy, run } = useTask(setProblem);
  const save = async (mayBeKnown = false): Promise<void> => {
    const read = readEntry(entry);
    setErrors(read.ok ? {} : read.errors);
    setProblem(read.ok ? '' : t('customers.fieldsWrong'));
    if (!read.ok) return focusFirstInvalid();
    const corrects = refused && { ...refused, note: t('inbox.corrected') };
    const saved =
      customerId === null
        ? await addCustomer(counter, read.value, mayBeKnown, corrects)
        : await changeCustomer(counter, customerId, opened, read.value, corrects);
    if (saved.ok) {
      if (refused) away();
      else show(saved.value ?? customerId ?? '');
      return;
    }
    setKnownId(saved.refusal.code === 'customer_known' ? saved.refusal.customerId : null);
    setProblem(t(`customers.problem.${saved.refusal.code}`));
  };
  useHotkeys(isAsking ? {} : { 'Ctrl+Enter': () => void run(save), Escape: leave });
  useKeyLine({
    keys: [
      ['Ctrl ↵', t('keys.save')],
      ['Tab', t('keys.nextField')],
      ['Esc', t('keys.back')],
    ],
    status: '',
  });

  return (
    <div className={styles['form']}>
      <h1>{t(refused ? 'inbox.correctTitle' : customerId === null ? 'customers.add' : 'customers.edit')}</h1>
      <p className={styles['problem']} role="alert">
        {problem}
      </p>
      {knownId === null ? null : (
        <div className={styles['notice']}>
          <Button onPress={() => show(knownId)}>{t('customers.showKnown')}</Button>
          <Button onPress={() => void run(() => save(true))}>{t('customers.addAnyway')}</Button>
        </div>
      )}
      <CustomerFields entry={entry} errors={errors} onChange={change} today={today} />
      <div className={styles['buttons']}>
        <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void run(save)} isDisabled={isBusy}>
          {t('customers.save')}
        </Button>
        <Button hotkey="Esc" onPress={leave}>
          {t('ui.cancel')}
        </Button>
      </div>
      {question}
    </div>
  );
}
