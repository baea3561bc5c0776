import { CompiledQuery } from 'kysely';
import type { Place } from '#renderer/app/counter/counter.ts';
import type { Tx } from '#renderer/app/counter/transaction.ts';
import { nextNumber } from '#renderer/app/counter/next-number.ts';
import { type Instant, now } from '#shared/time/instant.ts';
import type { Row } from './model-counter.ts';
import type { Scene, Slot } from './scene.ts';

const dayMs = 86_400_000;

/**
 * What counters write without a command of the app: jobs for which there is none yet (reservations, payments, deposits,
 * credit notes, the drawer, edits of customers and rates), check-outs, check-ins and amendments as earlier releases wrote them, and
 * the bill of a program that cannot add. When a command comes, its job goes from here to run-commands.ts.
 *
 * The same tables, columns and order as the server expects of a command. Each call belongs in one transaction.
 */
export class WrittenByHand {
  readonly #scene: Scene;
  readonly #slot: Slot;
  readonly #desk: Place;
  readonly #isOld: boolean;
  readonly #tx: Tx;
  /** What the counter's clock shows. */
  readonly now: Instant = now();

  /** @param isOld whether the counter runs the first release, which knows no newer columns */
  constructor(scene: Scene, slot: Slot, desk: Place, isOld: boolean, tx: Tx) {
    this.#scene = scene;
    this.#slot = slot;
    this.#desk = desk;
    this.#isOld = isOld;
    this.#tx = tx;
  }

  inDays(days: number): string {
    return new Date(Date.parse(this.now) + days * dayMs).toISOString();
  }

  get clerkId(): string {
    return this.#desk.clerkId;
  }

  get #place() {
    const { branchId, counterId, clerkId } = this.#desk;
    return { branch_id: branchId, counter_id: counterId, clerk_id: clerkId };
  }

  async #number(kind: 'contract' | 'invoice'): Promise<string> {
    return (await nextNumber(this.#tx, this.#desk, kind, this.now)).text;
  }

  /** Of the series that no command gives out yet. */
  #numberByHand(letter: 'N' | 'K'): string {
    const { branchCode, counterLetter } = this.#desk;
    return `${branchCode}-${counterLetter}-26-${letter}${this.#scene.nextRunning()}`;
  }

  async insert(table: string, row: Row, newer: Row = {}): Promise<string> {
    const id = this.#scene.nextId();
    const all = {
      id,
      company_id: this.#desk.companyId,
      created_at: this.now,
      ...row,
      ...(this.#isOld ? {} : newer),
    };
    const names = Object.keys(all);
    await this.#run(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...Object.values(all),
    );
    return id;
  }

  async update(table: string, id: string, row: Row): Promise<void> {
    const set = Object.keys(row).map((name) => `${name} = ?`);
    await this.#run(`UPDATE ${table} SET ${set.join(', ')} WHERE id = ?`, ...Object.values(row), id);
  }

  /** Somebody whom the other counters may have entered, too: of the same name and birthday. */
  async stranger(like: string): Promise<string> {
    const [known] = await this.rows('SELECT * FROM customers WHERE id = ?', like);
    return await this.insert(
      'customers',
      {
        kind: 'person',
        first_name: String(known?.['first_name'] ?? ''),
        last_name: String(known?.['last_name'] ?? 'Fremd'),
        country: 'CH',
        language: 'de',
        born_on: known?.['born_on'] ?? null,
        licence_number: '',
      },
      { customer_group: 'regular' },
    );
  }

  async contract(facts: {
    readonly customerId: string;
    readonly vehicleId: string | null;
    readonly status: 'quote' | 'reserved' | 'to_assign';
    readonly days: number;
    readonly startsIn: number;
  }): Promise<string> {
    return await this.insert('contracts', {
      branch_id: this.#place.branch_id,
      return_branch_id: this.#place.branch_id,
      status: facts.status,
      customer_id: facts.customerId,
      customer_name: 'Modell, Vor',
      category_id: this.#slot.categoryId,
      vehicle_id: facts.vehicleId,
      plate: facts.vehicleId === null ? '' : 'ZH 1',
      starts_at: this.inDays(facts.startsIn),
      ends_at: this.inDays(facts.startsIn + facts.days),
      currency: 'CHF',
      language: 'de',
      // As the app writes every plan: what the check-out takes over is never without it.
      note: '',
    });
  }

  /** Drivers, lines, handover, deposit, and last the signature. */
  async handOver(contractId: string, vehicleId: string, days: number, kmMore: number): Promise<void> {
    const [rate] = await this.rows('SELECT * FROM rates WHERE id = ?', this.#slot.rateId);
    const price = Number(rate?.['day_price'] ?? 0);
    const total = price * days;
    await this.insert(
      'contract_drivers',
      {
        contract_id: contractId,
        is_main: 1,
        first_name: 'Vor',
        last_name: 'Modell',
        born_on: '1980-01-02',
        licence_number: 'L1',
        licence_category: 'B',
        licence_since: '2000-01-01',
        licence_country: 'CH',
      },
      { licence_expires_on: null },
    );
    await this.insert('contract_lines', {
      contract_id: contractId,
      position: 1,
      kind: 'rental',
      label: 'Miete',
      explanation: '',
      quantity: days,
      unit_price: price,
      amount: total,
      vat_kind: 'standard',
      vat_rate: 810,
    });
    await this.handover(contractId, vehicleId, 'check_out', kmMore);
    await this.update('contracts', contractId, {
      counter_id: this.#place.counter_id,
      clerk_id: this.#place.clerk_id,
      number: await this.#number('contract'),
      vehicle_id: vehicleId,
      plate: 'ZH 1',
      rate_id: this.#slot.rateId,
      total,
      extra_kilometre_price: Number(rate?.['extra_kilometre_price'] ?? 0),
      deposit: 50_000,
    });
    await this.update('contracts', contractId, {
      status: 'out',
      signature: '{"width":600,"height":180,"strokes":[[[1,1],[9,9]]]}',
      signed_name: 'Vor Modell',
      signed_at: this.now,
    });
  }

  async handover(
    contractId: string,
    vehicleId: string,
    kind: 'check_out' | 'check_in',
    kmMore: number,
  ): Promise<void> {
    const [vehicle] = await this.rows('SELECT odometer_km FROM vehicles WHERE id = ?', vehicleId);
    await this.insert(
      'handovers',
      {
        contract_id: contractId,
        vehicle_id: vehicleId,
        counter_id: this.#place.counter_id,
        clerk_id: this.#place.clerk_id,
        kind,
        handed_over_at: this.now,
        odometer_km: Math.max(0, Number(vehicle?.['odometer_km'] ?? 0) + kmMore),
        fuel_eighths: 7,
      },
      { cleanliness: 'clean', keys: 2, accessories: '[]', renter_present: 1 },
    );
  }

  async takeBack(contractId: string, vehicleId: string, kmMore: number): Promise<void> {
    await this.handover(contractId, vehicleId, 'check_in', kmMore);
    await this.update('contracts', contractId, { status: 'returned', returned_at: this.now });
  }

  /** A payment, and the cash of it where the drawer is open. */
  async payment(of: Row, kind: 'payment' | 'refund', amount: number, cash: boolean): Promise<void> {
    const id = await this.insert('payments', {
      ...this.#place,
      ...of,
      kind,
      method: cash ? 'cash' : 'card',
      currency: 'CHF',
      amount,
      paid_at: this.now,
    });
    if (cash) await this.cash({ kind, payment_id: id }, amount);
  }

  async deposit(contractId: string, cash: boolean): Promise<void> {
    const id = await this.insert('deposits', {
      ...this.#place,
      contract_id: contractId,
      method: cash ? 'cash' : 'card',
      currency: 'CHF',
      amount: 50_000,
      held_at: this.now,
    });
    if (cash) await this.cash({ kind: 'deposit_in', deposit_id: id }, 50_000);
  }

  async drawer(): Promise<Row | undefined> {
    const [drawer] = await this.rows(
      'SELECT * FROM cash_sessions WHERE closed_at IS NULL AND counter_id = ?',
      this.#place.counter_id,
    );
    return drawer;
  }

  async cash(of: Row, amount: number): Promise<void> {
    const drawer = await this.drawer();
    if (!drawer) return;
    await this.insert('cash_movements', {
      session_id: String(drawer['id']),
      clerk_id: this.#place.clerk_id,
      moved_at: this.now,
      amount,
      ...of,
    });
  }

  async openDrawer(): Promise<void> {
    if (await this.drawer()) return;
    await this.insert('cash_sessions', {
      branch_id: this.#place.branch_id,
      counter_id: this.#place.counter_id,
      number: this.#numberByHand('K'),
      currency: 'CHF',
      opened_at: this.now,
      opened_by: this.#place.clerk_id,
      opening_float: 20_000,
    });
  }

  async closeDrawer(difference: number): Promise<void> {
    const drawer = await this.drawer();
    if (!drawer) return;
    const id = String(drawer['id']);
    const [moved] = await this.rows(
      `SELECT coalesce(sum(CASE WHEN kind IN ('payment', 'deposit_in', 'paid_in') THEN amount ELSE -amount END), 0) AS sum
       FROM cash_movements WHERE session_id = ?`,
      id,
    );
    const expected = Number(drawer['opening_float']) + Number(moved?.['sum'] ?? 0);
    await this.update('cash_sessions', id, {
      closed_at: this.now,
      closed_by: this.#place.clerk_id,
      counted: '{"100":1}',
      counted_total: Math.max(0, expected + difference),
      expected,
      difference_reason: difference === 0 && expected >= 0 ? '' : 'verzählt',
      to_bank: 0,
    });
  }

  async bill(facts: {
    readonly contractId: string;
    readonly customerId: string;
    readonly amount: number;
    readonly wrong: boolean;
    readonly corrects?: string;
  }): Promise<void> {
    const number = await this.#number('invoice');
    const day = this.now.slice(0, 10);
    const id = await this.insert(
      'invoices',
      {
        ...this.#place,
        contract_id: facts.contractId,
        customer_id: facts.customerId,
        number,
        recipient: '{"name":"Vor Modell"}',
        currency: 'CHF',
        issued_on: day,
        due_on: day,
        service_from: day,
        service_to: day,
        total: facts.amount,
        vat_total: 0,
        reference: facts.corrects === undefined ? number.replaceAll(/\D/g, '').padStart(27, '0') : null,
        language: 'de',
      },
      facts.corrects === undefined ? {} : { kind: 'credit_note', corrects_id: facts.corrects },
    );
    const amount = facts.amount + (facts.wrong ? 5 : 0);
    await this.insert('invoice_lines', {
      invoice_id: id,
      position: 1,
      kind: 'rental',
      label: 'Miete',
      explanation: '',
      quantity: 1,
      unit_price: amount,
      amount,
      vat_kind: 'standard',
      vat_rate: 810,
    });
    await this.update('invoices', id, { issued_at: this.now });
  }

  async amend(contract: Row, days: number): Promise<void> {
    const known = await this.rows('SELECT id FROM amendments WHERE contract_id = ?', String(contract['id']));
    await this.insert('amendments', {
      ...this.#place,
      contract_id: String(contract['id']),
      number: this.#numberByHand('N'),
      position: known.length + 1,
      changes: '[{"kind":"period"}]',
      follows: String(known.length).padStart(64, '0'),
      vehicle_id: contract['vehicle_id'] ?? null,
      category_id: this.#slot.categoryId,
      return_branch_id: this.#place.branch_id,
      ends_at: this.inDays(days),
      total_before: 100,
      total: 200,
      terms: '{}',
      signature: '{"width":600,"height":180,"strokes":[[[1,1],[9,9]]]}',
      signed_name: 'Vor Modell',
      signed_at: this.now,
    });
  }

  async rows(sql: string, ...values: string[]): Promise<Row[]> {
    return await this.#run(sql, ...values);
  }

  async #run(sql: string, ...values: (string | number | null)[]): Promise<Row[]> {
    return (await this.#tx.executeQuery<Row>(CompiledQuery.raw(sql, values))).rows;
  }
}
