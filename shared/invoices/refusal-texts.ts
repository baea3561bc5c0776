import { formatAmount, formatRate } from '../money/format-money.ts';
import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import { formatDay } from '../time/format-time.ts';
import type { CreditRefusal } from './credit-note.ts';
import type { AccountRefusal } from './invoice-account.ts';
import type { ReminderDue } from './reminders.ts';
import type { SpecialLineRefusal } from './special-lines.ts';

type ExceedsInvoice = Extract<AccountRefusal, { readonly code: 'credit_exceeds_invoice' }>;
type Position = { readonly position: number };

const creditExceedsInvoice = {
  de: ({ creditable, asked }: ExceedsInvoice) =>
    `Von der Rechnung lassen sich noch ${formatAmount(creditable)} gutschreiben, verlangt sind ${formatAmount(asked)}.`,
  fr: ({ creditable, asked }: ExceedsInvoice) =>
    `Il reste ${formatAmount(creditable)} à créditer sur la facture, ${formatAmount(asked)} sont demandés.`,
  it: ({ creditable, asked }: ExceedsInvoice) =>
    `Della fattura si possono ancora accreditare ${formatAmount(creditable)}, ne sono chiesti ${formatAmount(asked)}.`,
  en: ({ creditable, asked }: ExceedsInvoice) =>
    `${formatAmount(creditable)} of the invoice can still be credited, ${formatAmount(asked)} was asked for.`,
};

/** Why a credit note is not made. Lines count from 1, as on the invoice. */
export const creditRefusalTexts: RefusalTexts<CreditRefusal> = {
  nothing_to_credit: said(
    'Es ist nichts gutzuschreiben: keine Zeile ist gewählt, oder alles ist schon gutgeschrieben.',
    'Il n’y a rien à créditer : aucune ligne n’est choisie, ou tout est déjà crédité.',
    'Non c’è nulla da accreditare: nessuna riga è scelta o tutto è già accreditato.',
    'There is nothing to credit: no line is chosen, or all is credited already.',
  ),
  credit_line_unknown: {
    de: ({ position, lines }) => `Eine Zeile ${position + 1} gibt es nicht; die Rechnung hat ${lines}.`,
    fr: ({ position, lines }) => `Il n’y a pas de ligne ${position + 1} ; la facture en a ${lines}.`,
    it: ({ position, lines }) => `Non c’è una riga ${position + 1}; la fattura ne ha ${lines}.`,
    en: ({ position, lines }) => `There is no line ${position + 1}; the invoice has ${lines}.`,
  },
  credit_line_twice: {
    de: ({ position }) => `Zeile ${position + 1} ist zweimal aufgeführt; bitte zusammenzählen.`,
    fr: ({ position }) => `La ligne ${position + 1} figure deux fois ; veuillez additionner.`,
    it: ({ position }) => `La riga ${position + 1} figura due volte; si prega di sommare.`,
    en: ({ position }) => `Line ${position + 1} is listed twice; please add it up.`,
  },
  credit_exceeds_line: {
    de: ({ position, creditable, asked }) =>
      `Von Zeile ${position + 1} lassen sich noch ${formatAmount(creditable)} gutschreiben, verlangt sind ${formatAmount(asked)}.`,
    fr: ({ position, creditable, asked }) =>
      `Il reste ${formatAmount(creditable)} à créditer à la ligne ${position + 1}, ${formatAmount(asked)} sont demandés.`,
    it: ({ position, creditable, asked }) =>
      `Della riga ${position + 1} si possono ancora accreditare ${formatAmount(creditable)}, ne sono chiesti ${formatAmount(asked)}.`,
    en: ({ position, creditable, asked }) =>
      `${formatAmount(creditable)} of line ${position + 1} can still be credited, ${formatAmount(asked)} was asked for.`,
  },
  credit_exceeds_rate: {
    de: ({ rate, creditable, asked }) =>
      `Zum MWST-Satz ${formatRate(rate)} lassen sich noch ${formatAmount(creditable)} gutschreiben, verlangt sind ${formatAmount(asked)}; bitte auch den Rabatt gutschreiben.`,
    fr: ({ rate, creditable, asked }) =>
      `Au taux de TVA de ${formatRate(rate)}, il reste ${formatAmount(creditable)} à créditer, ${formatAmount(asked)} sont demandés ; veuillez créditer aussi le rabais.`,
    it: ({ rate, creditable, asked }) =>
      `All’aliquota IVA ${formatRate(rate)} si possono ancora accreditare ${formatAmount(creditable)}, ne sono chiesti ${formatAmount(asked)}; si prega di accreditare anche lo sconto.`,
    en: ({ rate, creditable, asked }) =>
      `${formatAmount(creditable)} can still be credited at the VAT rate ${formatRate(rate)}, ${formatAmount(asked)} was asked for; please credit the discount too.`,
  },
  credit_not_positive: {
    de: ({ total }) => `Die Gutschrift ergibt ${formatAmount(total)}; sie muss mehr als null sein.`,
    fr: ({ total }) => `La note de crédit donne ${formatAmount(total)} ; elle doit être supérieure à zéro.`,
    it: ({ total }) => `La nota di credito dà ${formatAmount(total)}; deve essere superiore a zero.`,
    en: ({ total }) => `The credit note comes to ${formatAmount(total)}; it must be more than nothing.`,
  },
  credit_exceeds_invoice: creditExceedsInvoice,
};

/** Why an entry of an invoice's account is not taken. */
export const accountRefusalTexts: RefusalTexts<AccountRefusal> = {
  amount_not_positive: {
    de: ({ amount }) =>
      `Der Betrag ${formatAmount(amount)} ist nicht mehr als null; bitte den Betrag ohne Vorzeichen angeben.`,
    fr: ({ amount }) =>
      `Le montant ${formatAmount(amount)} n’est pas supérieur à zéro ; indiquez-le sans signe.`,
    it: ({ amount }) => `L’importo ${formatAmount(amount)} non è superiore a zero; indicarlo senza segno.`,
    en: ({ amount }) =>
      `The amount ${formatAmount(amount)} is not more than nothing; please give it without a sign.`,
  },
  credit_exceeds_invoice: creditExceedsInvoice,
  refund_exceeds_overpaid: {
    de: ({ overpaid, asked }) =>
      `Zu viel bezahlt sind ${formatAmount(overpaid)}; ${formatAmount(asked)} lassen sich nicht zurückgeben.`,
    fr: ({ overpaid, asked }) =>
      `Le trop-perçu est de ${formatAmount(overpaid)} ; ${formatAmount(asked)} ne peuvent pas être remboursés.`,
    it: ({ overpaid, asked }) =>
      `L’importo pagato in più è di ${formatAmount(overpaid)}; ${formatAmount(asked)} non si possono rimborsare.`,
    en: ({ overpaid, asked }) =>
      `${formatAmount(overpaid)} was overpaid; ${formatAmount(asked)} cannot be given back.`,
  },
  deposit_exceeds_open: {
    de: ({ open, asked }) =>
      `Offen sind ${formatAmount(open)}; von der Kaution lassen sich nicht ${formatAmount(asked)} behalten.`,
    fr: ({ open, asked }) =>
      `Il reste ${formatAmount(open)} à payer ; ${formatAmount(asked)} de la caution ne peuvent pas être retenus.`,
    it: ({ open, asked }) =>
      `Restano aperti ${formatAmount(open)}; della cauzione non se ne possono trattenere ${formatAmount(asked)}.`,
    en: ({ open, asked }) =>
      `${formatAmount(open)} is open; ${formatAmount(asked)} of the deposit cannot be kept.`,
  },
  rounding_too_large: {
    de: ({ limit, asked }) =>
      `Gerundet wird nur bei Barzahlung, einmal und der ganze Rest: hier ${formatAmount(limit)}, nicht ${formatAmount(asked)}.`,
    fr: ({ limit, asked }) =>
      `On n’arrondit qu’un paiement en espèces, une seule fois et tout le reste : ici ${formatAmount(limit)}, et non ${formatAmount(asked)}.`,
    it: ({ limit, asked }) =>
      `Si arrotonda solo un pagamento in contanti, una volta e tutto il resto: qui ${formatAmount(limit)}, non ${formatAmount(asked)}.`,
    en: ({ limit, asked }) =>
      `Only cash is rounded, once and for all that is left: here ${formatAmount(limit)}, not ${formatAmount(asked)}.`,
  },
};

/** Why there are no lines for damage or a fine. */
export const specialLineRefusalTexts: RefusalTexts<SpecialLineRefusal> = {
  no_damage: said(
    'Es ist kein Schaden aufgeführt; bitte mindestens einen angeben.',
    'Aucun dommage n’est indiqué ; veuillez en indiquer au moins un.',
    'Non è indicato alcun danno; si prega di indicarne almeno uno.',
    'No damage is listed; please give at least one.',
  ),
  amount_not_positive: {
    de: ({ position, amount }) =>
      `${line.de({ position })}: Der Betrag ${formatAmount(amount)} ist nicht mehr als null.`,
    fr: ({ position, amount }) =>
      `${line.fr({ position })} : le montant ${formatAmount(amount)} n’est pas supérieur à zéro.`,
    it: ({ position, amount }) =>
      `${line.it({ position })}: l’importo ${formatAmount(amount)} non è superiore a zero.`,
    en: ({ position, amount }) =>
      `${line.en({ position })}: the amount ${formatAmount(amount)} is not more than nothing.`,
  },
};

type NoReminder = Exclude<ReminderDue, { readonly kind: 'remind' }>;
type NoReminderFacts = NoReminder extends infer Due
  ? Due extends { readonly kind: infer Kind extends string }
    ? Omit<Due, 'kind'> & { readonly code: Kind }
    : never
  : never;

/** Why no reminder goes out. The code is the `kind` of what `reminderDue` answers. */
export const reminderTexts: RefusalTexts<NoReminderFacts> = {
  nothing_open: said(
    'Von dieser Rechnung ist nichts offen; es braucht keine Mahnung.',
    'Rien n’est ouvert sur cette facture ; aucun rappel n’est nécessaire.',
    'Di questa fattura nulla è aperto; non serve alcun sollecito.',
    'Nothing of this invoice is open; no reminder is needed.',
  ),
  no_terms: said(
    'Für diesen Tag sind keine Mahnbedingungen erfasst; bitte in den Einstellungen ergänzen.',
    'Aucune condition de rappel n’est saisie pour ce jour ; veuillez compléter les réglages.',
    'Per questo giorno non sono registrate condizioni di sollecito; si prega di completare le impostazioni.',
    'No terms for reminders are entered for this day; please add them in the settings.',
  ),
  not_yet: {
    de: ({ step, from }) =>
      step === 'exhausted'
        ? `Die Frist der letzten Mahnung läuft noch bis vor dem ${formatDay(from)}.`
        : `Mahnung ${step} ist erst ab ${formatDay(from)} fällig.`,
    fr: ({ step, from }) =>
      step === 'exhausted'
        ? `Le délai du dernier rappel court encore jusqu’avant le ${formatDay(from)}.`
        : `Le rappel ${step} n’est dû qu’à partir du ${formatDay(from)}.`,
    it: ({ step, from }) =>
      step === 'exhausted'
        ? `Il termine dell’ultimo sollecito corre ancora fino a prima del ${formatDay(from)}.`
        : `Il sollecito ${step} è dovuto solo dal ${formatDay(from)}.`,
    en: ({ step, from }) =>
      step === 'exhausted'
        ? `The time given by the last reminder runs until before ${formatDay(from)}.`
        : `Reminder ${step} is not due before ${formatDay(from)}.`,
  },
  exhausted: {
    de: ({ since }) =>
      `Alle drei Mahnungen sind seit ${formatDay(since)} abgelaufen; über eine Betreibung entscheidet ein Mensch.`,
    fr: ({ since }) =>
      `Les trois rappels sont échus depuis le ${formatDay(since)} ; une personne décide d’une éventuelle poursuite.`,
    it: ({ since }) =>
      `I tre solleciti sono scaduti dal ${formatDay(since)}; sull’esecuzione decide una persona.`,
    en: ({ since }) =>
      `All three reminders have run out since ${formatDay(since)}; debt collection is a person’s decision.`,
  },
};

const line = {
  de: ({ position }: Position) => `Zeile ${position + 1}`,
  fr: ({ position }: Position) => `Ligne ${position + 1}`,
  it: ({ position }: Position) => `Riga ${position + 1}`,
  en: ({ position }: Position) => `Line ${position + 1}`,
};
