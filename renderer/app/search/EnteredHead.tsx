import { useTranslation } from 'react-i18next';
import { rowById } from '../counter/row-by-id.ts';
import { shownPart } from '../drafts/customer-part.ts';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { useRead } from '../hooks/use-read.ts';
import { useSettled } from '../hooks/use-settled.ts';
import { Button } from '../../ui/Button.tsx';
import { unbroken } from '../../ui/unbroken.ts';
import styles from './EnteredHead.module.css';
import { type Entered, findLikely } from './find-known.ts';

export interface EnteredHeadProps {
  readonly title?: string;
  readonly entered: Entered;
  /** Goes back to the search; what was typed stays. */
  readonly onFind: () => void;
  /** Takes who is on file already instead. */
  readonly onKnown: (customerId: string) => void;
}

/** Above a person who is being entered: the way back to the search, and who they are if they are on file already. */
export function EnteredHead({ title, entered, onFind, onKnown }: EnteredHeadProps) {
  const { t } = useTranslation();
  const known = useLikely(entered);
  useHotkeys({
    'Ctrl+f': onFind,
    ...(known === null ? {} : { 'Ctrl+e': () => onKnown(known.id) }),
  });
  return (
    <div className={styles['head']}>
      {title === undefined || known !== null ? null : <h2>{title}</h2>}
      <div className={styles['known']} role="status">
        {known === null ? null : (
          <>
            <strong>{t('checkOut.onFile', { name: known.name })}</strong>
            <span className="small">{unbroken(known.about)}</span>
          </>
        )}
      </div>
      {known === null ? null : (
        <Button hotkey="Ctrl E" onPress={() => onKnown(known.id)}>
          {t('checkOut.takeOnFile')}
        </Button>
      )}
      <Button hotkey="Ctrl F" onPress={onFind}>
        {t('checkOut.backToFind')}
      </Button>
    </div>
  );
}

/** Who of the file it is, when the hand pauses; null while nobody is known. */
function useLikely(
  entered: Entered,
): { readonly id: string; readonly name: string; readonly about: string } | null {
  const settled = useSettled(JSON.stringify(entered));
  const found = useRead(
    `customers/likely/${settled}`,
    async (rows) => {
      const id = await findLikely(rows, JSON.parse(settled) as Entered);
      if (id === null) return { settled, known: null };
      const { customerName: name, customerAbout: about } = shownPart(await rowById(rows, 'customers', id));
      return { settled, known: { id, name, about } };
    },
    ['customers', 'search_entries'],
  );
  // Of what was typed before it says nothing.
  return found?.settled === settled ? found.known : null;
}
