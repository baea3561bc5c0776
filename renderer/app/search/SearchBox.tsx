import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Finder } from '../../ui/Finder.tsx';
import { Key } from '../../ui/Key.tsx';
import { Plate } from '../../ui/Plate.tsx';
import { useCounter } from '../hooks/counter-context.ts';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import styles from './SearchBox.module.css';
import { useSearch } from './use-search.ts';

/**
 * One box over customers, plates, contracts and bills. Enter does the next thing: a contract or bill opens, a customer or a free vehicle
 * begins a check-out, a vehicle that is out leads to its contract.
 */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const counter = useCounter();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const hits = useSearch(text);
  const focus = (): void => {
    input.current?.focus();
    input.current?.select();
  };
  useHotkeys({ 'Ctrl+k': focus, '/': focus });

  const choose = async (key: string): Promise<void> => {
    const hit = hits.find(({ id }) => id === key);
    setText('');
    input.current?.blur();
    if (!hit) return;
    if (hit.kind === 'invoice') {
      await navigate({ to: '/invoices/$invoiceId', params: { invoiceId: hit.id } });
      return;
    }
    const contractId = await contractOf(hit);
    if (contractId !== null) {
      await navigate({ to: '/contracts/$contractId', params: { contractId } });
      return;
    }
    if (counter.role === 'viewer') return;
    const search = hit.kind === 'vehicle' ? { vehicleId: hit.id } : { customerId: hit.id };
    await navigate({ to: '/check-out/new', search });
  };
  /** The contract that a find leads to: itself, or the one with which a vehicle is out. */
  const contractOf = async ({ kind, id }: (typeof hits)[number]): Promise<string | null> => {
    switch (kind) {
      case 'contract':
        return id;
      case 'vehicle':
        return await contractOut(id);
      case 'invoice':
      case 'customer':
        return null;
    }
  };
  const contractOut = async (vehicleId: string): Promise<string | null> => {
    const out = await counter.rows
      .selectFrom('contracts')
      .select('id')
      .where('vehicle_id', '=', vehicleId)
      .where('status', '=', 'out')
      .executeTakeFirst();
    return out?.id ?? null;
  };

  return (
    <search className={styles['box']}>
      <Finder
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        hotkey={<Key>Ctrl K</Key>}
        inputRef={input}
        floating
        text={text}
        onText={setText}
        empty={t('search.nothing')}
        found={hits.map((hit) => ({
          key: hit.id,
          content: (
            <>
              <span className={styles['hit']}>
                {hit.kind === 'vehicle' ? <Plate plate={hit.title} /> : <strong>{hit.title}</strong>}
                <small>{hit.detail}</small>
              </span>
              <span className="quiet small">{t(`search.${hit.kind}`)}</span>
            </>
          ),
        }))}
        onChoose={(key) => void choose(key)}
      />
    </search>
  );
}
