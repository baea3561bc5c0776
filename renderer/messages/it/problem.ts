import type { Messages } from '../de/index.ts';

export const problem: Messages['problem'] = {
  first_sync_missing: 'I dati non sono ancora caricati del tutto. Attendere un momento.',
  vehicle_out: 'Questo veicolo è in noleggio con il contratto {{contract}}.',
  vehicle_not_rentable: 'Questo veicolo non è noleggiabile.',
  vehicle_missing: 'Scegliere un veicolo.',
  customer_missing: 'Scegliere un cliente.',
  reservation_gone: 'Questa prenotazione è già stata consegnata o annullata.',
  odometer_impossible: 'Il chilometraggio va da 0 a 9’999’999.',
  fuel_impossible: 'Il serbatoio va da 0 a 8 ottavi.',
  start_too_far: 'La consegna avviene ora: al massimo 12 ore prima o dopo.',
  signature_missing: 'Manca la firma.',
  period_backwards: 'La riconsegna deve seguire la consegna.',
  period_too_long: 'Un noleggio dura al massimo {{limitDays}} giorni.',
  no_rate: 'Per questa categoria e questo periodo non c’è una tariffa.',
  driver_too_young: 'Età minima {{limit}}; la persona ha {{age}} anni.',
  driver_too_old: 'Età massima {{limit}}; la persona ha {{age}} anni.',
  licence_too_new: 'La licenza deve avere almeno {{limit}} anni.',
  licence_before_birth: 'La licenza è più vecchia della persona.',
  licence_category_missing: 'Per questo veicolo serve la categoria {{needed}}.',
  licence_expired: 'La licenza vale solo fino al {{day}}.',
  contract_not_signed: 'Questo contratto non è firmato.',
  already_invoiced: 'Esiste già la fattura {{number}}.',
  drawer_closed:
    'La cassa di questo sportello non è aperta. Aprirla prima o incassare la cauzione in altro modo.',
  unexpected: 'Qualcosa non ha funzionato. Nulla è perso; riprovare. ({{code}})',
};
