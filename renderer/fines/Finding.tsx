import { useTranslation } from 'react-i18next';
import { fineRefusalTexts } from '#shared/fines/refusal-texts.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { unbroken } from '../ui/unbroken.ts';
import styles from './fines.module.css';
import type { Resolution } from './use-resolution.ts';

/** A clock of the authority may differ from ours by so much. */
const closeMinutes = 15;

/** What was found out, and why: the rental that holds the moment, or what stands against it. */
export function Finding({ found, past }: Resolution) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const fetching =
    past === 'offline' ? t('fines.archived') : past === 'arriving' ? t('fines.fetching') : null;
  if (found === null) return null;
  if (!found.ok) {
    return (
      <div className={styles['finding']} role="note">
        <p>{unbroken(sayRefusal(fineRefusalTexts, found.refusal, language))}</p>
        {fetching === null ? null : <p className="quiet small">{fetching}</p>}
      </div>
    );
  }
  const { who, outAt, backAt, minutesFromEdge } = found.value;
  const contract = unbroken(found.value.contractNumber);
  return (
    <div className={styles['finding']} role="note">
      <strong>
        {who.kind === 'driver'
          ? t('fines.found', { name: who.driver.name, contract })
          : t('fines.ask', {
              name: who.ask.name,
              contract,
              candidates: who.candidates.map(({ name }) => name).join(', '),
            })}
      </strong>
      <p className="quiet small">
        {t('fines.proof', {
          out: formatInstant(outAt),
          back: backAt === null ? t('fines.stillOut') : formatInstant(backAt),
        })}
      </p>
      {minutesFromEdge < closeMinutes ? (
        <p className={styles['warning']}>{t('fines.edge', { minutes: minutesFromEdge })}</p>
      ) : null}
    </div>
  );
}
