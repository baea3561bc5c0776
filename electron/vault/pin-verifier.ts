import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What is kept of a PIN. With what it cost, so that a later version may ask for more and still check these. */
export const pinVerifier = z.object({
  salt: z.base64(),
  hash: z.base64(),
  cost: z.object({ n: z.int(), r: z.int(), p: z.int() }),
});
export type PinVerifier = z.infer<typeof pinVerifier>;

/** 32 MB and some 100 ms: what a clerk does not notice, and a list of all PINs does. */
const cost = { n: 32_768, r: 8, p: 1 };
const hashBytes = 32;

export async function makePinVerifier(pin: string): Promise<PinVerifier> {
  const salt = randomBytes(16);
  const hash = await derive(pin, salt, cost);
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), cost };
}

/** Takes the same time for every PIN. */
export async function isPin(pin: string, verifier: PinVerifier): Promise<boolean> {
  const known = Buffer.from(verifier.hash, 'base64');
  const given = await derive(pin, Buffer.from(verifier.salt, 'base64'), verifier.cost);
  return known.length === given.length && timingSafeEqual(known, given);
}

function derive(pin: string, salt: Buffer, { n, r, p }: PinVerifier['cost']): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Node allows 32 MB, which is what this needs without its bookkeeping.
    const options = { N: n, r, p, maxmem: 256 * n * r };
    scrypt(pin, salt, hashBytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
