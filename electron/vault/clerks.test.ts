import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authServer } from './auth-server.ts';
import { openClerkFile } from './clerk-file.ts';
import { Clerks } from './clerks.ts';
import { type VaultSeal, plainSeal } from './vault.ts';

/** What Supabase says, played: who has which password, and what the server thinks of them. */
interface Person {
  readonly id: string;
  readonly company: string;
  readonly role: string;
  status: number;
}

const company = '0193a000-0000-7000-8000-0000000000c1';
const anna = '0193a000-0000-7000-8000-000000000001';
const beat = '0193a000-0000-7000-8000-000000000002';
const stranger = '0193a000-0000-7000-8000-000000000003';
const turned: VaultSeal = {
  seal: (secret) => new TextEncoder().encode(secret).map((byte) => byte ^ 0x5a),
  unseal: (bytes) => new TextDecoder().decode(bytes.map((byte) => byte ^ 0x5a)),
};

let folder = '';
let people: Record<string, Person>;
let asked: { path: string; token: string; body: string }[];
let line: 'up' | 'down';
let clock: number;
let issued: number;
/** With what the server answers an upload. */
let upload: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schalter-clerks-'));
  people = {
    'anna@x.example': { id: anna, company, role: 'staff', status: 200 },
    'beat@x.example': { id: beat, company, role: 'manager', status: 200 },
    'other@y.example': { id: stranger, company: company.replace('c1', 'c2'), role: 'owner', status: 200 },
  };
  asked = [];
  line = 'up';
  clock = 1_800_000_000_000;
  issued = 0;
  upload = 200;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function send(url: string, init: RequestInit): Promise<Response> {
  if (line === 'down') throw new TypeError('fetch failed');
  const { pathname, search } = new URL(url);
  const body = typeof init.body === 'string' ? init.body : '';
  const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
  asked.push({ path: pathname, token, body });
  const answer = (status: number, content: unknown) => new Response(JSON.stringify(content), { status });
  if (pathname === '/rest/v1/rpc/apply_changes') return answer(upload, [{ tx_id: 1 }]);
  if (pathname === '/auth/v1/logout') return answer(200, {});
  const wanted = JSON.parse(body) as { email?: string; password?: string; refresh_token?: string };
  const email = wanted.email ?? wanted.refresh_token?.split('|')[0] ?? '';
  const person = people[email];
  if (!person || (search.includes('password') && wanted.password !== 'right')) return answer(400, {});
  if (person.status !== 200) return answer(person.status, {});
  issued += 1;
  const claims = { sub: person.id, company_id: person.company, user_role: person.role, email };
  return answer(200, {
    access_token: `x.${Buffer.from(JSON.stringify({ ...claims, n: issued })).toString('base64url')}.x`,
    refresh_token: `${email}|${issued}`,
    expires_at: clock / 1000 + 3_600,
  });
}

/** The host as it starts: only what is on the disk is left of the last one. */
const start = (seal: VaultSeal = plainSeal): Clerks =>
  new Clerks(
    openClerkFile(folder, seal),
    authServer(() => ({ supabaseUrl: 'https://s.example', supabaseKey: 'k', powersyncUrl: '' }), send),
    () => clock,
  );

async function withPins(seal?: VaultSeal): Promise<Clerks> {
  const clerks = start(seal);
  await clerks.signIn('anna@x.example', 'right', null);
  expect(await clerks.setPin('2580', null)).toMatchObject({ ok: true });
  await clerks.signIn('beat@x.example', 'right', company);
  expect(await clerks.setPin('739104', null)).toMatchObject({ ok: true });
  return clerks;
}

const codeOf = (result: { ok: boolean; refusal?: { code: string } }): string => result.refusal?.code ?? 'ok';

describe('a change of clerk', () => {
  test('needs the PIN of who comes, and no line', async () => {
    const clerks = await withPins();
    line = 'down';
    expect(clerks.lock()).toMatchObject({ ok: true });
    expect(clerks.read().present).toBeNull();
    expect(await clerks.unlock(anna, '739104')).toMatchObject({ refusal: { code: 'pin_wrong', left: 4 } });
    expect(clerks.read().present).toBeNull();
    expect(await clerks.unlock(anna, '2580')).toMatchObject({ value: { userId: anna, role: 'staff' } });
    expect(clerks.read()).toMatchObject({ presentId: anna, present: { userId: anna } });
    expect(codeOf(await clerks.token(anna, false))).toBe('ok');
    // What began under the one before does not go on under this one.
    expect(codeOf(await clerks.token(beat, false))).toBe('locked');
  });

  test('five wrong PINs lock it, over a restart and for the right one, until the password is given', async () => {
    let clerks = await withPins();
    clerks.lock();
    const codes: string[] = [];
    for (let at = 0; at < 5; at++) {
      codes.push(codeOf(await clerks.unlock(anna, '9999')));
      clerks = start();
    }
    expect(codes).toEqual(['pin_wrong', 'pin_wrong', 'pin_wrong', 'pin_wrong', 'pin_locked']);
    expect(codeOf(await clerks.unlock(anna, '2580'))).toBe('pin_locked');
    expect(clerks.read().clerks[0]).toMatchObject({ userId: anna, isPinLocked: true });
    // Somebody else is not locked out by it.
    expect(codeOf(await clerks.unlock(beat, '739104'))).toBe('ok');
    expect(codeOf(await clerks.signIn('anna@x.example', 'right', company))).toBe('ok');
    clerks.lock();
    expect(codeOf(await clerks.unlock(anna, '2580'))).toBe('ok');
  });

  test('guesses that come at once are counted one by one', async () => {
    const clerks = await withPins();
    const codes = await Promise.all(
      ['1111', '2222', '3333', '4444', '5555', '2580'].map(async (pin) =>
        codeOf(await clerks.unlock(anna, pin)),
      ),
    );
    expect(codes.slice(4)).toEqual(['pin_locked', 'pin_locked']);
  });

  test('a try is used even if the host is ended while it looks', async () => {
    const clerks = await withPins();
    const answer = clerks.unlock(anna, '9999');
    // Read as the next host would find it, before the answer.
    await Promise.resolve();
    const kept = JSON.parse(readFileSync(join(folder, 'clerks.bin'), 'utf8')) as {
      clerks: { pin: { failures: number } }[];
    };
    expect(kept.clerks[0]?.pin.failures).toBe(1);
    await answer;
  });

  test('after a start nothing leaves the vault before a PIN or a password', async () => {
    await withPins();
    const clerks = start();
    expect(clerks.begin()).toMatchObject({ presentId: beat, present: null });
    expect(codeOf(await clerks.token(beat, false))).toBe('locked');
    expect(codeOf(await clerks.send(anna, '{}'))).toBe('locked');
    expect(codeOf(await clerks.setPin('2468', null))).toBe('locked');
    expect(codeOf(await clerks.remove(anna))).toBe('locked');
    expect(codeOf(await clerks.unlock(anna, '2580'))).toBe('ok');
    expect(codeOf(await clerks.token(anna, false))).toBe('ok');
  });
});

describe('a PIN', () => {
  test.each(['123', '1234567', '12a4', '', '１２３４'])('has 4 to 6 digits: %j', async (pin) => {
    const clerks = start();
    await clerks.signIn('anna@x.example', 'right', null);
    expect(codeOf(await clerks.setPin(pin, null))).toBe('pin_form');
  });

  test.each(['0000', '1234', '4321', '7890', '1212', '123123', '99999'])(
    'is not one that is tried first: %s',
    async (pin) => {
      const clerks = start();
      await clerks.signIn('anna@x.example', 'right', null);
      expect(codeOf(await clerks.setPin(pin, null))).toBe('pin_too_simple');
    },
  );

  test('is changed and removed by who knows it, or the password', async () => {
    const clerks = await withPins();
    await clerks.unlock(anna, '2580');
    expect(codeOf(await clerks.setPin('8520', null))).toBe('proof_missing');
    expect(await clerks.setPin('8520', { by: 'pin', pin: '1397' })).toMatchObject({
      refusal: { code: 'pin_wrong', left: 4 },
    });
    expect(codeOf(await clerks.setPin('8520', { by: 'pin', pin: '2580' }))).toBe('ok');
    expect(codeOf(await clerks.removePin({ by: 'password', password: 'wrong' }))).toBe('wrong_credentials');
    line = 'down';
    expect(codeOf(await clerks.removePin({ by: 'password', password: 'right' }))).toBe('server_unreachable');
    line = 'up';
    expect(codeOf(await clerks.removePin({ by: 'password', password: 'right' }))).toBe('ok');
    expect(codeOf(clerks.lock())).toBe('pin_missing');
  });

  test('may be set right after the password, not much later', async () => {
    const clerks = start();
    await clerks.signIn('anna@x.example', 'right', null);
    clock += 11 * 60_000;
    expect(codeOf(await clerks.setPin('2580', null))).toBe('proof_missing');
  });

  test('stays on this machine, sealed, for this account only; nothing of it can be asked for', async () => {
    const clerks = await withPins(turned);
    const files = readdirSync(folder);
    const written = files.map((name) => readFileSync(join(folder, name), 'latin1')).join('');
    expect(written).not.toMatch(/2580|739104|refreshToken|"hash"|salt/);
    for (const name of files) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    expect(JSON.stringify(clerks.read())).not.toMatch(/hash|salt|cost|Token|failures/);
    expect(asked.map(({ body }) => body).join('')).not.toMatch(/2580|739104/);
    expect(
      JSON.parse(
        new TextDecoder().decode(readFileSync(join(folder, 'clerks.bin')).map((byte) => byte ^ 0x5a)),
      ),
    ).toMatchObject({ clerks: [{ pin: { verifier: { cost: { n: 32_768, r: 8, p: 1 } } } }, {}] });
  });
});

describe('the sessions', () => {
  test('people of another company are not kept beside', async () => {
    const clerks = await withPins();
    expect(codeOf(await clerks.signIn('other@y.example', 'right', null))).toBe('other_company');
    expect(codeOf(await start().signIn('other@y.example', 'right', company))).toBe('other_company');
    expect(clerks.read().clerks.map(({ userId }) => userId)).toEqual([anna, beat]);
  });

  test('what a clerk wrote goes up with their session, whoever is here', async () => {
    const clerks = await withPins();
    clock += 2 * 3_600_000;
    expect(await clerks.send(anna, '{"a":1}')).toEqual({
      ok: true,
      value: { status: 200, body: '[{"tx_id":1}]' },
    });
    const { token, body } = asked.findLast(({ path }) => path === '/rest/v1/rpc/apply_changes') ?? {};
    expect(JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      sub: anna,
    });
    expect(body).toBe('{"a":1}');
    expect(clerks.read().presentId).toBe(beat);
    line = 'down';
    expect(await clerks.send(anna, '{}')).toEqual({ ok: true, value: { status: 0, body: '' } });
  });

  test('a token that the server does not take is renewed once; two who ask share it', async () => {
    const clerks = await withPins();
    const first = asked.length;
    upload = 401;
    expect(await clerks.send(anna, '{}')).toMatchObject({ value: { status: 401 } });
    expect(asked.slice(first).filter(({ path }) => path === '/auth/v1/token')).toHaveLength(1);
    const before = asked.length;
    await Promise.all([clerks.token(beat, true), clerks.token(beat, true)]);
    expect(asked.slice(before)).toHaveLength(1);
  });

  test('one that ended opens the window without a line, and says that a sign-in is needed', async () => {
    const clerks = await withPins();
    people['beat@x.example'] = { id: beat, company, role: 'manager', status: 400 };
    expect(await clerks.token(beat, true)).toEqual({ ok: true, value: null });
    clerks.lock();
    expect(codeOf(await clerks.unlock(beat, '739104'))).toBe('ok');
    expect(await clerks.token(beat, false)).toEqual({ ok: true, value: null });
  });

  test('who is suspended is let in by no PIN once the server has said so', async () => {
    const clerks = await withPins();
    people['anna@x.example'] = { id: anna, company, role: 'staff', status: 403 };
    clock += 2 * 3_600_000;
    expect(await clerks.send(anna, '{}')).toMatchObject({ value: { status: 401 } });
    clerks.lock();
    expect(codeOf(await clerks.unlock(anna, '2580'))).toBe('clerk_turned_away');
    expect(codeOf(await clerks.signIn('anna@x.example', 'right', company))).toBe('no_access');
  });

  test('an outage ends nothing', async () => {
    const clerks = await withPins();
    line = 'down';
    expect(codeOf(await clerks.token(beat, true))).toBe('server_unreachable');
    line = 'up';
    people['beat@x.example'] = { id: beat, company, role: 'manager', status: 503 };
    expect(codeOf(await clerks.token(beat, true))).toBe('server_unreachable');
    expect(codeOf(await clerks.token(beat, false))).toBe('ok');
  });

  test('staff forget themselves; who leads forgets anybody, and their session ends', async () => {
    const clerks = await withPins();
    await clerks.unlock(anna, '2580');
    expect(codeOf(await clerks.remove(beat))).toBe('not_permitted');
    await clerks.unlock(beat, '739104');
    expect(codeOf(await clerks.remove(anna))).toBe('ok');
    expect(asked.at(-1)?.path).toBe('/auth/v1/logout');
    expect(codeOf(await clerks.unlock(anna, '2580'))).toBe('clerk_unknown');
    expect(start().read().clerks).toHaveLength(1);
  });

  test('the one session of an older version stays signed in', async () => {
    const claims = { sub: anna, company_id: company, user_role: 'staff', email: 'anna@x.example' };
    const token = `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
    const old = { access_token: token, refresh_token: 'r', expires_at: 1, user: {} };
    writeFileSync(join(folder, 'vault.bin'), JSON.stringify(old));
    expect(start().read()).toMatchObject({ presentId: anna, present: { userId: anna, companyId: company } });
    expect(readdirSync(folder)).toEqual(['clerks.bin']);
  });
});
