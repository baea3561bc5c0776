import { formatMoney } from '../money/format-money.ts';
import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import { amendmentRefusalTexts, signRefusalTexts } from './amendment-refusal-texts.ts';
import type { ChangeAtCounterRefusal } from './change-at-counter.ts';
import { checkInRefusalTexts } from './check-in-refusal-texts.ts';
import { handoverRefusalTexts } from './handover-refusal-texts.ts';

/** Why a contract is not changed at a counter like this. */
export const changeAtCounterRefusalTexts: RefusalTexts<ChangeAtCounterRefusal> = {
  ...handoverRefusalTexts,
  ...amendmentRefusalTexts,
  ...signRefusalTexts,
  first_sync_missing: checkInRefusalTexts.first_sync_missing,
  contract_missing: checkInRefusalTexts.contract_missing,
  terms_missing: said(
    'Dieser Vertrag wurde mit einer älteren Version unterschrieben und lässt sich hier nicht ändern; bitte zurücknehmen und neu ausstellen.',
    'Ce contrat a été signé avec une version antérieure et ne peut pas être modifié ici ; veuillez le reprendre et en établir un nouveau.',
    'Questo contratto è stato firmato con una versione precedente e non può essere modificato qui; si prega di ritirarlo e di emetterne uno nuovo.',
    'This contract was signed with an earlier version and cannot be changed here; please take the car back and write a new one.',
  ),
  price_differs: {
    de: ({ shown, now }) =>
      `Gezeigt wurden ${formatMoney(shown)}, jetzt sind es ${formatMoney(now)}; bitte den neuen Preis zeigen und nochmals unterschreiben lassen.`,
    fr: ({ shown, now }) =>
      `Le prix affiché était de ${formatMoney(shown)}, il est maintenant de ${formatMoney(now)} ; veuillez le montrer et faire signer à nouveau.`,
    it: ({ shown, now }) =>
      `È stato mostrato ${formatMoney(shown)}, ora è ${formatMoney(now)}; si prega di mostrare il nuovo prezzo e di far firmare di nuovo.`,
    en: ({ shown, now }) =>
      `${formatMoney(shown)} was shown, it is ${formatMoney(now)} now; please show the new price and have it signed again.`,
  },
};
