import { demoPeople } from '#supabase/seeds/demo-people.ts';
import type { Arranged } from './arrange.ts';
import { visitBank } from './bank.ts';
import { visitCash } from './cash.ts';
import { visitChange } from './change.ts';
import { visitCheckIn } from './check-in.ts';
import { visitCheckOut } from './check-out.ts';
import { visitCustomers } from './customers.ts';
import { visitDesk } from './desk.ts';
import { visitEntrance } from './entrance.ts';
import { visitFines } from './fines.ts';
import { visitFleet } from './fleet.ts';
import { Guest, type Stage } from './guest.ts';
import { visitImports } from './imports.ts';
import { visitInbox } from './inbox.ts';
import { visitInvoices } from './invoices.ts';
import { visitLock } from './lock.ts';
import { visitPlan } from './plan.ts';
import { visitReports } from './reports.ts';
import { visitSettings } from './settings.ts';

/**
 * Through every screen of a counter that nobody has signed in at yet, in every state that matters. A new screen gets a stop in the
 * file of its area, or a file of its own.
 */
export async function takeTour(stage: Stage, { bills, drive }: Arranged): Promise<void> {
  const guest = new Guest(stage);
  await visitEntrance(guest, demoPeople.owner, demoPeople.chur, 'Zürich HB, Schalter A');
  await visitDesk(guest);
  await visitPlan(guest);
  await visitCheckOut(guest);
  await visitChange(guest);
  await visitCheckIn(guest);
  await visitCustomers(guest);
  await visitFleet(guest);
  await visitImports(guest);
  await visitInvoices(guest);
  await visitBank(guest, bills);
  await visitFines(guest, drive);
  await visitCash(guest);
  await visitReports(guest);
  await visitSettings(guest);
  await visitLock(guest, '2580', demoPeople.chur);
  await visitInbox(guest, stage);
}
