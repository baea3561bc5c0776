import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type TestBackend, startTestBackend } from '../../embedded/testing.ts';
import { alpina, demoPeople } from '../../seeds/demo-people.ts';
import { type Desk, ModelCounter } from './model-counter.ts';

/** What one history works with, and no other: its vehicles and customers are of one category. */
export interface Slot {
  readonly categoryId: string;
  readonly rateId: string;
  readonly vehicleIds: readonly string[];
  readonly customerIds: readonly string[];
}

const churB = '00000000-0000-7000-9000-0000000000c1';
const zurichC = '00000000-0000-7000-9000-0000000000c2';
const markerId = '00000000-0000-7000-9000-0000000000c3';
const { zurich, chur } = alpina.branches;

const device = (n: number): string => `00000000-0000-7000-9000-0000000000d${n}`;

/** The owner first: two counters of a history are then two that may do the same. */
export const desks: readonly Desk[] = [
  { counterId: zurichC, branchId: zurich, prefix: 'ZRH-C', deviceId: device(1), person: demoPeople.owner },
  { counterId: churB, branchId: chur, prefix: 'CHR-B', deviceId: device(2), person: demoPeople.owner },
  {
    counterId: alpina.counters.zurichA,
    branchId: zurich,
    prefix: 'ZRH-A',
    deviceId: device(3),
    person: demoPeople.zurich,
  },
  {
    counterId: alpina.counters.churA,
    branchId: chur,
    prefix: 'CHR-A',
    deviceId: device(4),
    person: demoPeople.chur,
  },
  {
    counterId: alpina.counters.zurichB,
    branchId: zurich,
    prefix: 'ZRH-B',
    deviceId: device(5),
    person: demoPeople.manager,
  },
];

/** The server, and five counters that go on from history to history. */
export class Scene {
  readonly backend: TestBackend;
  readonly sql: pg.Pool;
  counters: ModelCounter[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'schalter-model-'));
  readonly #slots: Slot[] = [];
  #running = 0;
  #markers = 0;
  #opened = 0;

  private constructor(backend: TestBackend) {
    this.backend = backend;
    this.sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 4 });
  }

  /** @param slots for how many histories to prepare; more are made when they are needed */
  static async open(slots: number): Promise<Scene> {
    const scene = new Scene(await startTestBackend());
    try {
      await scene.#prepare();
      await scene.#makeSlots(slots);
      await scene.openCounters();
      return scene;
    } catch (error) {
      await scene.close();
      throw error;
    }
  }

  /** New replicas, from nothing: also after a history that left the old ones in no state to go on. */
  async openCounters(): Promise<void> {
    for (const counter of this.counters) await counter.close();
    this.#opened += 1;
    this.counters = desks.map(
      (desk, n) =>
        new ModelCounter(
          desk,
          this.backend,
          {
            replica: join(this.#folder, `${this.#opened}-${n}`),
            vault: join(this.#folder, `vault-${n}`),
          },
          desks.map(({ counterId }) => counterId),
        ),
    );
    await Promise.all(this.counters.map((counter) => counter.open()));
    await this.receiveAll(this.counters);
  }

  async close(): Promise<void> {
    for (const counter of this.counters) await counter.close();
    await this.sql.end();
    await this.backend.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async nextSlot(): Promise<Slot> {
    if (this.#slots.length === 0) {
      await this.#makeSlots(10);
      await this.receiveAll(this.counters);
    }
    const slot = this.#slots.pop();
    if (!slot) throw new Error('no slot');
    return slot;
  }

  /** For what a counter writes by hand. */
  nextId(): string {
    this.#running += 1;
    return `0000aaaa-0000-7000-8000-${this.#running.toString(16).padStart(12, '0')}`;
  }

  nextRunning(): number {
    this.#running += 1;
    return 100_000 + this.#running;
  }

  /** Everything that is committed now is in the replica afterwards: the marker comes last, in the stream that comes last. */
  async receiveAll(counters: readonly ModelCounter[]): Promise<void> {
    this.#markers += 1;
    const marker = `marker ${this.#markers}`;
    await this.sql.query('update public.messages set error = $1 where id = $2', [marker, markerId]);
    await Promise.all(counters.map((counter) => counter.receive(marker)));
  }

  async #prepare(): Promise<void> {
    await this.sql.query(`update public.companies set tier = 'enterprise' where id = $1`, [alpina.id]);
    await this.sql.query(
      `insert into public.counters (id, company_id, branch_id, letter, reference_no, name)
       values ($1, $3, $4, 'B', 901, 'CHR-B'), ($2, $3, $5, 'C', 902, 'ZRH-C')`,
      [churB, zurichC, alpina.id, chur, zurich],
    );
    await this.sql.query(
      `insert into public.messages (id, company_id, counter_id, clerk_id, channel, template, language, recipient, queued_at)
       values ($1, $2, $3, $4, 'email', 'marker', 'de', 'nobody@post.example', now())`,
      [markerId, alpina.id, zurichC, demoPeople.owner.id],
    );
  }

  async #makeSlots(count: number): Promise<void> {
    for (let made = 0; made < count; made += 1) {
      const slot: Slot = {
        categoryId: this.nextId(),
        rateId: this.nextId(),
        vehicleIds: [this.nextId(), this.nextId(), this.nextId()],
        customerIds: [this.nextId(), this.nextId(), this.nextId()],
      };
      const mark = String(this.nextRunning());
      await this.sql.query(
        `with category as (
           insert into public.vehicle_categories (id, company_id, code, name, deposit, deductible)
           values ($2, $1, 'M' || $7, 'Modell', 50000, 100000) returning id
         ), rate as (
           insert into public.rates (id, company_id, category_id, name, valid_from, valid_to, day_price, kilometres_per_day,
             extra_kilometre_price)
           select $3, $1, id, 'Modell', '2020-01-01', '2040-01-01', 7900, 200, 35 from category
         ), cars as (
           insert into public.vehicles (id, company_id, branch_id, category_id, vin, plate, make, model, energy, odometer_km)
           select v.id, $1, $6, category.id, 'MDL' || lpad($7 || n, 14, '0'), 'ZH ' || $7 || n, 'VW', 'Golf', 'petrol', 10000
           from category, unnest($4::uuid[]) with ordinality as v (id, n)
         )
         insert into public.customers (id, company_id, first_name, last_name, born_on, licence_number)
         select c.id, $1, 'Vor' || n, 'Modell' || $7, date '1980-01-01' + n::int, 'L' || $7 || n
         from unnest($5::uuid[]) with ordinality as c (id, n)`,
        [alpina.id, slot.categoryId, slot.rateId, slot.vehicleIds, slot.customerIds, zurich, mark],
      );
      this.#slots.unshift(slot);
    }
  }
}
