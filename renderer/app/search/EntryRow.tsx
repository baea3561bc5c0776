import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { Key } from '../../ui/Key.tsx';
import { Plate } from '../../ui/Plate.tsx';
import type { Entry } from './found-list.ts';
import { hitKindOf } from './hit-kind.ts';
import styles from './SearchBox.module.css';

/** A find with what kind of thing it is, or a command with its keys. */
export function EntryRow({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  if ('command' in entry) {
    const { title, about, keys } = entry.command;
    return (
      <>
        <span>
          {title} {about === '' ? null : <small className="quiet">{about}</small>}
        </span>
        {keys === '' ? null : (
          <span className={styles['keys']}>
            {keys.split(' ').map((key) => (
              <Key key={key}>{key}</Key>
            ))}
          </span>
        )}
      </>
    );
  }
  const { hit } = entry;
  const kind = hitKindOf(hit);
  const when = kind === 'reservation' && hit.starts_at ? formatInstant(hit.starts_at) : '';
  return (
    <>
      <span className={styles['hit']}>
        {hit.kind === 'vehicle' ? <Plate plate={hit.title} /> : <strong>{hit.title || hit.detail}</strong>}
        <small>{hit.title === '' ? when : [hit.detail, when].filter(Boolean).join(' · ')}</small>
      </span>
      <span className="quiet small">{t(`search.${kind}`)}</span>
    </>
  );
}
