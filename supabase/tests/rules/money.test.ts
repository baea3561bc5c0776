import { describe, expect, test } from 'vitest';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { moment } from '../walk-in.ts';
import { done, ruled, taken, unchecked } from './answers.ts';
import { type Turn, asPerson } from './ask.ts';
import { type Place, type Row, newRow, number } from './rows.ts';
import { useStage } from './stage.ts';

const stage = useStage();

/** As a clerk of Zürich, with the rows of Zürich. */
const work = async <T>(what: (turn: Turn, place: Place) => Promise<T>): Promise<T> =>
  await asPerson(stage().sql, demoPeople.zurich, (turn) => what(turn, stage().places.zurich));

describe('a drawer', () => {
  const closing = (place: Place, counted: number, more: Row = {}): Row => ({
    closed_at: moment(0),
    closed_by: place.clerkId,
    counted: { '1000': counted / 1_000 },
    counted_total: counted,
    expected: counted,
    to_bank: 0,
    ...more,
  });
  /** Opened with 100.00, 50.00 paid in, 20.00 paid out. */
  const withMovements = async (turn: Turn, place: Place): Promise<string> => {
    const session = newRow('cash_sessions', place);
    expect(await turn.add('cash_sessions', session)).toEqual(done);
    for (const more of [{ amount: 5_000 }, { kind: 'paid_out', amount: 2_000 }]) {
      const movement = newRow('cash_movements', place, { session_id: session.id, ...more });
      expect(await turn.add('cash_movements', movement)).toEqual(done);
    }
    return session.id;
  };

  test('closes with what its movements add up to, and with nothing else', async () => {
    await work(async (turn, place) => {
      const id = await withMovements(turn, place);
      expect(await turn.change('cash_sessions', id, closing(place, 13_001))).toEqual(ruled('total_mismatch'));
      expect(await turn.change('cash_sessions', id, closing(place, 10_000))).toEqual(ruled('total_mismatch'));
      expect(await turn.change('cash_sessions', id, closing(place, 13_000))).toEqual(done);
    });
  });

  test('says why when another sum was counted', async () => {
    await work(async (turn, place) => {
      const id = await withMovements(turn, place);
      const short = closing(place, 12_500, { expected: 13_000 });
      expect(await turn.change('cash_sessions', id, short)).toEqual(ruled('reason_missing'));
      const explained = { ...short, difference_reason: 'Rückgeld falsch' };
      expect(await turn.change('cash_sessions', id, explained)).toEqual(done);
    });
  });

  test('is closed whole, gives the bank no more than it held, and then takes nothing and stays as it is', async () => {
    await work(async (turn, place) => {
      const id = await withMovements(turn, place);
      const { counted_total: _total, ...half } = closing(place, 13_000);
      expect(await turn.change('cash_sessions', id, half)).toEqual(unchecked('cash_sessions_close_whole'));
      expect(await turn.change('cash_sessions', id, closing(place, 13_000, { to_bank: 13_001 }))).toEqual(
        unchecked('no_more_to_the_bank_than_counted'),
      );
      expect(await turn.change('cash_sessions', id, closing(place, 13_000))).toEqual(done);
      const late = newRow('cash_movements', place, { session_id: id });
      expect(await turn.add('cash_movements', late)).toEqual(ruled('cash_session_closed'));
      for (const change of [
        { counted_total: 1 },
        { closed_at: moment(-1) },
        { closed_by: demoPeople.chur.id },
      ]) {
        expect(await turn.change('cash_sessions', id, change)).toEqual(ruled('written_once'));
      }
    });
  });

  test('is open once per counter and currency, and is not opened closed', async () => {
    await work(async (turn, place) => {
      const closed = newRow('cash_sessions', place, closing(place, 10_000));
      expect(await turn.add('cash_sessions', closed)).toEqual(ruled('close_last'));
      expect(await turn.add('cash_sessions', newRow('cash_sessions', place))).toEqual(done);
      expect(await turn.add('cash_sessions', newRow('cash_sessions', place))).toEqual(
        taken('one_open_session_per_drawer'),
      );
    });
  });

  test('takes francs in 5 Rappen, and cents as they are', async () => {
    await work(async (turn, place) => {
      const francs = (amount: number) =>
        turn.add('cash_movements', newRow('cash_movements', place, { amount }));
      expect(await francs(5_003)).toEqual(ruled('not_coinable'));
      expect(await francs(5_005)).toEqual(done);
      const euro = newRow('cash_sessions', place);
      await turn.add('cash_sessions', euro);
      const cents = newRow('cash_movements', place, { session_id: euro.id, amount: 5_003 });
      expect(await turn.add('cash_movements', cents)).toEqual(done);
      expect(await francs(0)).toEqual(unchecked('cash_movements_are_positive'));
    });
  });

  test('knows what each movement was for', async () => {
    await work(async (turn, place) => {
      const movement = (more: Row) => turn.add('cash_movements', newRow('cash_movements', place, more));
      expect(await movement({ reason: '' })).toEqual(unchecked('cash_has_a_cause'));
      expect(await movement({ kind: 'payment' })).toEqual(unchecked('cash_has_a_cause'));
      const payment = newRow('payments', place);
      await turn.add('payments', payment);
      expect(await movement({ kind: 'payment', payment_id: payment.id })).toEqual(done);
    });
  });
});

describe('an invoice', () => {
  /** Adds an invoice or a credit note with its line, and issues it. */
  const issue = async (turn: Turn, place: Place, total: number, more: Row = {}) => {
    const invoice = newRow('invoices', place, { total, vat_total: 0, ...more });
    expect(await turn.add('invoices', invoice)).toEqual(done);
    const line = { invoice_id: invoice.id, position: 1, unit_price: total, amount: total };
    expect(await turn.add('invoice_lines', newRow('invoice_lines', place, line))).toEqual(done);
    return { id: invoice.id, answer: await turn.change('invoices', invoice.id, { issued_at: moment(0) }) };
  };
  const credit = (corrects_id: string): Row => ({ kind: 'credit_note', corrects_id, reference: null });

  test('is taken back by credit notes up to what it billed, and not by a Rappen more', async () => {
    await work(async (turn, place) => {
      const bill = await issue(turn, place, 10_000);
      expect(bill.answer).toEqual(done);
      expect((await issue(turn, place, 4_000, credit(bill.id))).answer).toEqual(done);
      expect((await issue(turn, place, 6_001, credit(bill.id))).answer).toEqual(
        ruled('credit_exceeds_invoice'),
      );
      expect((await issue(turn, place, 6_000, credit(bill.id))).answer).toEqual(done);
    });
  });

  test('is corrected only when it was issued, and no credit note is corrected', async () => {
    await work(async (turn, place) => {
      expect((await issue(turn, place, 100, credit(place.draftInvoiceId))).answer).toEqual(
        ruled('credit_needs_invoice'),
      );
      const note = await issue(turn, place, 100, credit(place.invoiceId));
      expect(note.answer).toEqual(done);
      expect((await issue(turn, place, 50, credit(note.id))).answer).toEqual(ruled('credit_needs_invoice'));
      const orphan = newRow('invoices', place, { kind: 'credit_note' });
      expect(await turn.add('invoices', orphan)).toEqual(unchecked('credit_notes_correct_an_invoice'));
    });
  });

  test('that was wholly taken back and is paid raises a conflict; one taken back in part does not', async () => {
    await work(async (turn, place) => {
      const pay = async (invoice_id: string, amount = 5_000) =>
        await turn.add('payments', newRow('payments', place, { contract_id: null, invoice_id, amount }));
      const open = async (invoice: string) =>
        await turn.look<{ amount: number }>(
          `select (details ->> 'amount')::int as amount from conflicts
           where invoice_id = $1 and kind = 'void_invoice_paid' and settled_at is null`,
          [invoice],
        );
      const [half, whole, another] = [
        await issue(turn, place, 10_000),
        await issue(turn, place, 10_000),
        await issue(turn, place, 3_000),
      ];
      await issue(turn, place, 9_999, credit(half.id));
      await issue(turn, place, 10_000, credit(whole.id));
      await issue(turn, place, 3_000, credit(another.id));
      expect([await pay(half.id), await open(half.id)]).toEqual([done, []]);
      expect([await pay(whole.id), await open(whole.id)]).toEqual([done, [{ amount: 5_000 }]]);
      // A second time, and for another bill without a contract: money is a fact, and is taken.
      expect([await pay(whole.id, 700), await open(whole.id)]).toEqual([done, [{ amount: 5_700 }]]);
      expect([await pay(another.id), await open(another.id)]).toEqual([done, [{ amount: 5_000 }]]);
      // Settled, and paid once more: told again.
      await turn.ask(
        `update conflicts set settled_at = now(), settled_by = $2, settled_reason = 'x' where invoice_id = $1`,
        [whole.id, place.clerkId],
      );
      expect([await pay(whole.id, 200), await open(whole.id)]).toEqual([done, [{ amount: 200 }]]);
    });
  });

  test('is issued with lines that add up, and then is frozen with them', async () => {
    await work(async (turn, place) => {
      const more = newRow('invoice_lines', place, { position: 2 });
      expect(await turn.add('invoice_lines', more)).toEqual(done);
      const issued = { issued_at: moment(0) };
      expect(await turn.change('invoices', place.draftInvoiceId, issued)).toEqual(ruled('total_mismatch'));
      const late = newRow('invoice_lines', place, { invoice_id: place.invoiceId, position: 2 });
      expect(await turn.add('invoice_lines', late)).toEqual(ruled('invoice_frozen'));
      const whole = newRow('invoices', place, { issued_at: moment(0) });
      expect(await turn.add('invoices', whole)).toEqual(ruled('issue_last'));
    });
  });
});

describe('a deposit', () => {
  const settled = (place: Place, released: number, kept: number, more: Row = {}): Row => ({
    released,
    kept,
    settled_at: moment(0),
    settled_by: place.clerkId,
    ...more,
  });

  test('is settled whole, once, and what is kept has a reason', async () => {
    await work(async (turn, place) => {
      const deposit = newRow('deposits', place);
      await turn.add('deposits', deposit);
      const settle = (row: Row) => turn.change('deposits', deposit.id, row);
      expect(await settle(settled(place, 49_999, 0))).toEqual(unchecked('deposits_are_settled_whole'));
      expect(await settle({ released: 50_000 })).toEqual(unchecked('deposits_are_settled_whole'));
      expect(await settle(settled(place, 30_000, 20_000))).toEqual(unchecked('what_is_kept_has_a_reason'));
      expect(await settle(settled(place, 30_000, 20_000, { kept_reason: 'Kratzer links' }))).toEqual(done);
      expect(await settle({ released: 50_000, kept: 0 })).toEqual(ruled('written_once'));
      expect(await settle({ kept_reason: 'anderes' })).toEqual(ruled('written_once'));
    });
  });

  test('is settled by the branch to which the car was brought back, and by no other', async () => {
    const { sql, places } = stage();
    const { zurich, chur } = places;
    const settle = (turn: Turn) => turn.change('deposits', zurich.rows.deposits, settled(chur, 50_000, 0));
    expect(await asPerson(sql, demoPeople.chur, settle)).toEqual({ met: 0 });
    await asPerson(sql, demoPeople.chur, async (turn) => {
      const back = { contract_id: zurich.signedId, vehicle_id: zurich.vehicleId };
      expect(await turn.add('handovers', newRow('handovers', chur, back))).toEqual(done);
      expect(await settle(turn)).toEqual(done);
    });
  });
});

describe('a bank file', () => {
  test('is imported once, and two that overlap book an entry once', async () => {
    const { sql, places } = stage();
    await asPerson(sql, demoPeople.manager, async (turn) => {
      const file = newRow('bank_imports', places.zurich);
      expect(await turn.add('bank_imports', file)).toEqual(done);
      const again = newRow('bank_imports', places.zurich, { sha256: file['sha256'] });
      expect(await turn.add('bank_imports', again)).toEqual(taken('bank_files_are_imported_once'));
      const entry = newRow('bank_entries', places.zurich, { import_id: file.id });
      expect(await turn.add('bank_entries', entry)).toEqual(done);
      const twice = newRow('bank_entries', places.zurich, { dedupe_key: entry['dedupe_key'] });
      expect(await turn.add('bank_entries', twice)).toEqual(taken('bank_entries_are_booked_once'));
    });
    // Another company may have the same file: it is not told so.
    await asPerson(sql, demoPeople.lagoOwner, async (turn) => {
      const [known] = await turn.look<{ sha256: string }>('select sha256 from bank_imports where id = $1', [
        places.zurich.importId,
      ]);
      const same = newRow('bank_imports', places.lugano, { sha256: known?.sha256 });
      expect(await turn.add('bank_imports', same)).toEqual(done);
    });
  });

  test('matches an entry with an invoice, or not at all', async () => {
    const { sql, places } = stage();
    await asPerson(sql, demoPeople.manager, async (turn) => {
      const match = (row: Row) => turn.change('bank_entries', places.zurich.rows.bank_entries, row);
      expect(await match({ outcome: 'matched' })).toEqual(unchecked('matched_entries_have_an_invoice'));
      expect(await match({ outcome: 'matched', invoice_id: places.zurich.invoiceId })).toEqual(done);
    });
  });
});

describe('a number', () => {
  const numbered = ['amendments', 'cash_sessions', 'fines'] as const;
  test.each(numbered)('of %s is of the series of its counter', async (table) => {
    const { chur } = stage().places;
    await work(async (turn, place) => {
      const kind = { amendments: 'N', cash_sessions: 'K', fines: 'B' }[table];
      const foreign = newRow(table, place, { number: number(chur, kind) });
      expect(await turn.add(table, foreign)).toEqual(ruled('foreign_number'));
      expect(await turn.add(table, newRow(table, place))).toEqual(done);
    });
  });

  test('of an invoice is looked at when it is issued', async () => {
    const { chur } = stage().places;
    await work(async (turn, place) => {
      const invoice = newRow('invoices', place, { total: 0, number: number(chur, 'R') });
      expect(await turn.add('invoices', invoice)).toEqual(done);
      const issued = { issued_at: moment(0) };
      expect(await turn.change('invoices', invoice.id, issued)).toEqual(ruled('foreign_number'));
    });
  });
});
