import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Finder } from '../../ui/Finder.tsx';
import { focusAll } from '../../ui/focus-all.ts';
import { useCustomerFinding } from './use-search.ts';

export interface CustomerFinderProps {
  /** The name of somebody who is being entered, and whom Escape goes on with; null for nobody. */
  readonly entered: string | null;
  readonly onKnown: (customerId: string) => void;
  /** Somebody who is not on file, by the name that was typed. */
  readonly onNew: (name: string) => void;
  readonly onResume: () => void;
}

const add = 'add';
const resume = 'resume';

/** Finds a customer for a form that wants one; whom nobody finds is entered. */
export function CustomerFinder({ entered, onKnown, onNew, onResume }: CustomerFinderProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(entered ?? '');
  const { found, meant } = useCustomerFinding(text);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => focusAll(box), []);

  const choose = async (key: string): Promise<void> => {
    if (key === resume) return onResume();
    const hit = await meant(key);
    if (hit === null) onNew(text.trim());
    else onKnown(hit.id);
  };
  const name = text.trim();
  const resumes = t('checkOut.resumeCustomer', { name: entered || t('checkOut.newCustomer') });
  return (
    <Finder
      label={t('checkOut.findCustomer')}
      text={text}
      onText={setText}
      inputRef={box}
      empty={t('search.nothing')}
      found={[
        ...found.map((hit) => ({
          key: hit.id,
          content: (
            <>
              <strong>{hit.title}</strong>
              <span className="quiet small">{hit.detail}</span>
            </>
          ),
        })),
        ...(name === '' || name === entered
          ? []
          : [{ key: add, content: <span>{t('checkOut.createCustomer', { name })}</span> }]),
        ...(entered === null ? [] : [{ key: resume, content: <span>{resumes}</span> }]),
      ]}
      onChoose={(key) => void choose(key)}
      {...(entered === null ? {} : { onEscape: onResume })}
    />
  );
}
