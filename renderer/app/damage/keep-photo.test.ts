import { afterEach, expect, test, vi } from 'vitest';
import type { HostClient } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/result/result.ts';
import { keepPhoto } from './keep-photo.ts';

const close = vi.fn<() => void>();

/** A window that reads any picture and makes JPEGs of so many bytes. */
function aWindow(size = 1_000): void {
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width: 4_000, height: 3_000, close }));
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext() {
        return { drawImage: () => undefined };
      }
      convertToBlob() {
        return Promise.resolve(new Blob([new Uint8Array(size)]));
      }
    },
  );
}

/** A host of which only this is asked. */
const host = (keep: HostClient['photos.keep']) => ({ 'photos.keep': keep }) as HostClient;
const shot = new Blob(['any']);

afterEach(() => {
  vi.unstubAllGlobals();
  close.mockClear();
});

test('what the host keeps is told with its hash and size', async () => {
  aWindow();
  const kept = await keepPhoto(
    host(({ id }) => Promise.resolve(ok({ id, sha256: 'ab', size: 990 }))),
    shot,
  );
  expect(kept).toMatchObject({ ok: true, value: { sha256: 'ab', size: 990 } });
  expect(close).toHaveBeenCalledTimes(1);
});

test.each([
  ['a full disk', () => Promise.resolve(refuse({ code: 'disk_full' as const })), 'disk_full'],
  ['a refusal', () => Promise.resolve(refuse({ code: 'document_exists' as const })), 'not_kept'],
  ['a host that is gone', () => Promise.reject(new Error('the host is gone')), 'not_kept'],
])('%s is told and not thrown', async (_name, keep, code) => {
  aWindow();
  expect(await keepPhoto(host(keep), shot)).toEqual({ ok: false, refusal: { code } });
  expect(close).toHaveBeenCalledTimes(1);
});

test('what is no picture, and one that stays too large, is told apart', async () => {
  aWindow();
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no picture')));
  const never = host(() => Promise.reject(new Error('it was not to be asked')));
  expect(await keepPhoto(never, shot)).toEqual({ ok: false, refusal: { code: 'unreadable' } });
  aWindow(700_000);
  expect(await keepPhoto(never, shot)).toEqual({ ok: false, refusal: { code: 'not_kept' } });
});
