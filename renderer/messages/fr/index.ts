import type { Messages } from '../de/index.ts';
import { app } from './app.ts';
import { bank } from './bank.ts';
import { cash } from './cash.ts';
import { change } from './contract-change.ts';
import { checkIn } from './check-in.ts';
import { checkOut } from './check-out.ts';
import { chooseCounter } from './choose-counter.ts';
import { clerks } from './clerks.ts';
import { commands } from './commands.ts';
import { conflict } from './conflict.ts';
import { contract } from './contract.ts';
import { customers } from './customers.ts';
import { desk } from './desk.ts';
import { field } from './field.ts';
import { fines } from './fines.ts';
import { fleet } from './fleet.ts';
import { history } from './history.ts';
import { hold } from './hold.ts';
import { imports } from './imports.ts';
import { inbox } from './inbox.ts';
import { invoices } from './invoices.ts';
import { keys } from './keys.ts';
import { lock } from './lock.ts';
import { mail } from './mail.ts';
import { master } from './master.ts';
import { options } from './options.ts';
import { places } from './places.ts';
import { plan } from './plan.ts';
import { problem } from './problem.ts';
import { refusal } from './refusal.ts';
import { reports } from './reports.ts';
import { reservation } from './reservation.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { status } from './status.ts';
import { sync } from './sync.ts';
import { ui } from './ui.ts';
import { views } from './views.ts';

export const fr: Messages = {
  app,
  places,
  keys,
  signIn,
  chooseCounter,
  lock,
  clerks,
  sync,
  search,
  commands,
  views,
  status,
  conflict,
  desk,
  customers,
  fleet,
  hold,
  history,
  imports,
  checkOut,
  checkIn,
  contract,
  change,
  inbox,
  mail,
  reports,
  refusal,
  problem,
  options,
  plan,
  reservation,
  field,
  cash,
  invoices,
  bank,
  fines,
  settings,
  master,
  ui,
};
