import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const block = 512;

/** Unpacks a ustar archive (files, folders and links) into a folder. Throws on names that would leave it. */
export function untar(archive: Buffer, folder: string): void {
  let at = 0;
  while (at + block <= archive.length && archive[at] !== 0) {
    const text = (from: number, length: number): string =>
      archive.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12).trim() || '0', 8);
    const prefix = text(345, 155);
    const path = inside(folder, prefix ? `${prefix}/${text(0, 100)}` : text(0, 100));
    const type = text(156, 1);
    if (type === '5') {
      mkdirSync(path, { recursive: true });
    } else if (type === '2') {
      mkdirSync(dirname(path), { recursive: true });
      symlinkSync(text(157, 100), path);
    } else if (type === '' || type === '0') {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, archive.subarray(at + block, at + block + size));
      chmodSync(path, Number.parseInt(text(100, 8).trim() || '644', 8) & 0o777);
    } else if (type !== 'x' && type !== 'g') {
      throw new Error(`cannot unpack an entry of type ${type}`);
    }
    at += block + Math.ceil(size / block) * block;
  }
}

function inside(folder: string, name: string): string {
  const path = resolve(join(folder, name));
  if (relative(folder, path).startsWith('..'))
    throw new Error(`an archive may not leave its folder: ${name}`);
  return path;
}
