import { statusWords } from '../contracts/contract-status-words.ts';
import { formatAmount } from '../money/format-money.ts';
import { pricingRefusalTexts } from '../pricing/refusal-texts.ts';
import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import { formatInstant } from '../time/format-time.ts';
import type { ContractBillRefusal } from './contract-bill.ts';
import { specialLineRefusalTexts } from './refusal-texts.ts';

/** Why there is no invoice of a contract. */
export const contractBillRefusalTexts: RefusalTexts<ContractBillRefusal> = {
  ...pricingRefusalTexts,
  ...specialLineRefusalTexts,
  contract_not_returned: {
    de: ({ status }) =>
      `Der Vertrag ist «${statusWords.de[status]}»; abgerechnet wird, wenn der Wagen zurück ist.`,
    fr: ({ status }) =>
      `Le contrat est « ${statusWords.fr[status]} » ; on facture quand le véhicule est de retour.`,
    it: ({ status }) =>
      `Il contratto è «${statusWords.it[status]}»; si fattura quando il veicolo è rientrato.`,
    en: ({ status }) => `The contract is “${statusWords.en[status]}”; it is billed once the vehicle is back.`,
  },
  return_before_pick_up: {
    de: (facts) =>
      `Die Rückgabe ${formatInstant(facts.in)} liegt nicht nach der Abholung ${formatInstant(facts.out)}; bitte prüfen.`,
    fr: (facts) =>
      `La restitution du ${formatInstant(facts.in)} ne suit pas la prise en charge du ${formatInstant(facts.out)} ; veuillez vérifier.`,
    it: (facts) =>
      `La riconsegna del ${formatInstant(facts.in)} non segue il ritiro del ${formatInstant(facts.out)}; si prega di verificare.`,
    en: (facts) =>
      `The return ${formatInstant(facts.in)} is not after the pick-up ${formatInstant(facts.out)}; please check.`,
  },
  net_prices_without_vat: said(
    'Der Vertrag hat Preise ohne MWST, aber die Firma ist nicht registriert; bitte die Preisliste und die Einstellungen prüfen.',
    'Le contrat a des prix hors TVA, mais l’entreprise n’est pas assujettie ; veuillez vérifier la liste de prix et les réglages.',
    'Il contratto ha prezzi IVA esclusa, ma la ditta non è registrata; si prega di verificare il listino e le impostazioni.',
    'The contract has prices without VAT, but the company is not registered; please check the price list and the settings.',
  ),
  refunded_beyond_paid: {
    de: ({ amount }) =>
      `Es wurde mehr zurückgegeben als bezahlt (${formatAmount(amount)}); bitte die Zahlungen prüfen.`,
    fr: ({ amount }) =>
      `On a remboursé plus que ce qui a été payé (${formatAmount(amount)}) ; veuillez vérifier les paiements.`,
    it: ({ amount }) =>
      `È stato rimborsato più di quanto pagato (${formatAmount(amount)}); si prega di verificare i pagamenti.`,
    en: ({ amount }) =>
      `More was given back than was paid (${formatAmount(amount)}); please check the payments.`,
  },
};
