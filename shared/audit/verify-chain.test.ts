import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../time/instant.ts';
import { chainStart, hashOf, linkHash } from './audit-chain.ts';
import { isLinkSignature, publicKeyOf, signLink } from './link-signature.ts';
import { secretKeyOf, soundExport } from './testing-chains.ts';
import { type AuditExport, type SignedLink, verifyChain } from './verify-chain.ts';

const sound = soundExport([4, 1, 3]);
const { links } = sound;
const count = links.length;
const withLinks = (changed: readonly SignedLink[]): AuditExport => ({ ...sound, links: changed });
const position = fc.nat(count - 1);
const other = (digits: string) => (digits.startsWith('0') ? '1' : '0') + digits.slice(1);

function broken(result: ReturnType<typeof verifyChain>) {
  if (result.ok) throw new Error('nothing was found');
  return result.refusal;
}

/** Signs a changed link anew, as somebody could who has the counter's key. */
function signedAnew(link: SignedLink, counter: number): SignedLink {
  const { counterId, userId, sequence, kind, subjectId, contentHash, occurredAt, previousHash } = link;
  const hash = linkHash(
    { counterId, userId, sequence, kind, subjectId, contentHash, occurredAt },
    previousHash,
  );
  return { ...link, hash, signature: signLink(hash, secretKeyOf(counter)) };
}

test('sound chains of several counters hold', () => {
  expect(verifyChain(sound)).toEqual({ ok: true, value: { links: 8, counters: 3, contents: 8 } });
  expect(verifyChain({ keys: [], heads: [], links: [] }).ok).toBe(true);
  const kept = withLinks(links.map((link) => ({ ...link, content: undefined })));
  expect(verifyChain(kept)).toMatchObject({ value: { contents: 0 } });
});

test('a signature is Ed25519’s (RFC 8032, 7.1, test 1: the public key of the published secret key)', () => {
  const secret = Uint8Array.from(
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'.match(/../g) ?? [],
    (pair) => Number.parseInt(pair, 16),
  );
  expect(publicKeyOf(secret)).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
  const signature = signLink(chainStart, secret);
  expect(isLinkSignature(signature, chainStart, publicKeyOf(secret))).toBe(true);
  expect(isLinkSignature(signature.toUpperCase(), chainStart, publicKeyOf(secret))).toBe(false);
  expect(isLinkSignature(signature, hashOf({}), publicKeyOf(secret))).toBe(false);
});

describe('the first broken link is named', () => {
  const changes: Readonly<Record<string, readonly [change: (link: SignedLink) => SignedLink, code: string]>> =
    {
      userId: [(link) => ({ ...link, userId: 'user-2' }), 'hash_differs'],
      kind: [(link) => ({ ...link, kind: 'invoice.issued' }), 'hash_differs'],
      subjectId: [(link) => ({ ...link, subjectId: `${link.subjectId}x` }), 'hash_differs'],
      contentHash: [(link) => ({ ...link, contentHash: other(link.contentHash) }), 'hash_differs'],
      occurredAt: [(link) => ({ ...link, occurredAt: instant('2026-11-20T13:30:00.001Z') }), 'hash_differs'],
      hash: [(link) => ({ ...link, hash: other(link.hash) }), 'hash_differs'],
      previousHash: [
        (link) => ({ ...link, previousHash: other(link.previousHash) }),
        'previous_hash_differs',
      ],
      sequence: [(link) => ({ ...link, sequence: link.sequence + 1 }), 'sequence_gap'],
      signature: [(link) => ({ ...link, signature: other(link.signature) }), 'signature_wrong'],
      keyId: [(link) => ({ ...link, keyId: 'key-9' }), 'key_unknown'],
      'key of another counter': [
        (link) => ({ ...link, keyId: link.keyId === 'key-1' ? 'key-2' : 'key-1' }),
        'key_unknown',
      ],
      content: [(link) => ({ ...link, content: { number: 'x', total: 1 } }), 'content_hash_differs'],
    };
  test.each(Object.entries(changes))('when its %s was changed', (_, [change, code]) => {
    for (const [at, link] of links.entries()) {
      const refusal = { code, position: at, counterId: link.counterId };
      expect(verifyChain(withLinks(links.with(at, change(link))))).toMatchObject({ ok: false, refusal });
    }
  });

  test('when one was removed: the next one, or the end that does not reach the head', () => {
    for (const at of links.keys()) {
      const isLast = links[at]?.counterId !== links[at + 1]?.counterId;
      const result = verifyChain(withLinks(links.toSpliced(at, 1)));
      const expected = isLast
        ? { code: 'head_differs', counterId: links[at]?.counterId }
        : { code: 'sequence_gap', position: at, counterId: links[at]?.counterId };
      expect(result).toMatchObject({ ok: false, refusal: expected });
    }
  });

  test('when two were swapped: the first of them, or its neighbour', () => {
    fc.assert(
      fc.property(position, position, (one, two) => {
        fc.pre(one < two);
        const [left, right] = [links[one], links[two]];
        if (!left || !right) throw new Error('no link');
        const result = verifyChain(withLinks(links.with(one, right).with(two, left)));
        // A chain that ends too early is named by its last link, the one before; another counter's first link is sound
        // by itself, and the one after it is out of order.
        expect([one - 1, one, one + 1]).toContain(broken(result).position);
        const isOneChain = left.counterId === right.counterId;
        expect(isOneChain ? broken(result) : { code: 'sequence_gap', position: one }).toMatchObject({
          code: 'sequence_gap',
          position: one,
        });
      }),
    );
  });

  test('when one was put in: a copy, or one made with the counter’s own key', () => {
    fc.assert(
      fc.property(fc.nat(count), position, fc.boolean(), (where, from, isSigned) => {
        const copied = links[from];
        if (!copied) throw new Error('no link');
        const before = links[where - 1];
        const forged = {
          ...copied,
          previousHash: before?.hash ?? chainStart,
          sequence: (before?.sequence ?? 0) + 1,
        };
        const inserted = isSigned ? signedAnew(forged, Number(copied.counterId.slice(-1))) : copied;
        const result = verifyChain(withLinks(links.toSpliced(where, 0, inserted)));
        expect([where - 1, where, where + 1]).toContain(broken(result).position);
      }),
    );
  });

  test('when one was rewritten and signed anew by the counter itself: the next one, or the head', () => {
    for (const [at, link] of links.entries()) {
      const rewritten = signedAnew({ ...link, userId: 'user-2' }, Number(link.counterId.slice(-1)));
      const result = verifyChain(withLinks(links.with(at, rewritten)));
      const isLast = link.counterId !== links[at + 1]?.counterId;
      expect(result).toMatchObject({
        refusal: isLast
          ? { code: 'head_differs', position: at }
          : { code: 'previous_hash_differs', position: at + 1 },
      });
    }
  });

  test('when a counter is missing as a whole, has no head, or comes out of order', () => {
    const without = (counter: string) => links.filter(({ counterId }) => counterId !== counter);
    expect(verifyChain(withLinks(without('counter-2')))).toMatchObject({
      refusal: { code: 'head_differs', counterId: 'counter-2', sequence: 0, expected: 1 },
    });
    expect(verifyChain({ ...sound, heads: sound.heads.slice(1) })).toMatchObject({
      refusal: { code: 'head_missing', position: 3 },
    });
    const first = links.filter(({ counterId }) => counterId === 'counter-1');
    expect(verifyChain(withLinks([...without('counter-1'), ...first]))).toMatchObject({
      refusal: { code: 'order', position: 4 },
    });
  });
});
