import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { parseSync } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { buildAppInto } from './start/build-app.ts';

// Under the repository, so that what stays outside the bundles is found as in the installed app.
const outputs = join(import.meta.dirname, 'output');
let built = '';

beforeAll(async () => {
  mkdirSync(outputs, { recursive: true });
  built = mkdtempSync(join(outputs, 'bundles-'));
  await buildAppInto(built);
});

afterAll(() => {
  rmSync(built, { recursive: true, force: true });
});

function files(folder: string, ...extensions: readonly string[]): readonly string[] {
  return readdirSync(join(built, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
}

const read = (path: string) => readFileSync(path, 'utf8');

/** What a bundle asks for by name when it runs. A computed import counts as `(computed)`. */
function requested(code: string): readonly string[] {
  const { module } = parseSync('bundle.js', code);
  const names = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.map(({ moduleRequest }) => moduleRequest?.value),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => literalOf(code.slice(start, end))),
    ...[...code.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, name]) => name),
    ...[...code.matchAll(/\.resolve\(\s*["'`](@?[a-z][^"'`]+)["'`]\s*\)/g)].map(([, name]) => name),
  ].filter((name) => name !== undefined);
  return [...new Set(names)].filter((name) => !name.startsWith('.')).sort();
}

function literalOf(expression: string): string {
  return /^["'`]([^"'`$]+)["'`]$/.exec(expression)?.[1] ?? '(computed)';
}

const packageOf = (specifier: string) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

/** The packages whose code is in the bundles of a folder, as their source maps say. */
function bundledPackages(folder: string): readonly string[] {
  const sources = files(folder, '.map').flatMap(
    (path) => (JSON.parse(read(path)) as { sources: readonly string[] }).sources,
  );
  const names = sources.flatMap((source) => {
    const at = source.lastIndexOf('node_modules/');
    return at < 0 ? [] : [packageOf(source.slice(at + 'node_modules/'.length))];
  });
  return [...new Set(names)].sort();
}

const dependencies = Object.keys(packageJson.dependencies);
const devDependencies = Object.keys(packageJson.devDependencies);

describe('the preload', () => {
  test('is one CommonJS file that requires nothing but electron', () => {
    const found = files('preload', '.js', '.cjs', '.mjs');
    expect(found.map((path) => relative(built, path))).toEqual([join('preload', 'index.cjs')]);
    const code = read(found[0] ?? '');
    expect(requested(code)).toEqual(['electron']);
    expect(code).not.toMatch(/^\s*(import|export)\b/m);
    expect(bundledPackages('preload')).toEqual([]);
  });
});

describe('the main and the host process', () => {
  test('ask only for what the installed app has', () => {
    const names = files('main', '.js').flatMap((path) => requested(read(path)));
    expect(names).toEqual(expect.arrayContaining(['electron', 'better-sqlite3', 'pdf-lib', 'node:fs']));
    const unknown = names.filter(
      (name) =>
        name !== 'electron' &&
        !dependencies.includes(packageOf(name)) &&
        !builtinModules.includes(name.replace(/^node:/, '')),
    );
    expect(unknown).toEqual([]);
  });

  test('only the main process asks for electron', () => {
    const host = hostProcessFiles();
    expect(host.length).toBeGreaterThan(1);
    expect(host.flatMap((path) => requested(read(path)))).not.toContain('electron');
  });

  test('load what is big after the compile cache is on', () => {
    for (const entry of ['index.js', 'host-process.js']) {
      const code = read(join(built, 'main', entry));
      expect(code.indexOf('enableCompileCache(')).toBeGreaterThan(0);
      expect(code.indexOf('enableCompileCache(')).toBeLessThan(code.indexOf('await import('));
      // Imported statically is only what is small: Node, electron and the log.
      expect(requested(code).filter((name) => !name.startsWith('node:') && name !== 'electron')).toEqual([]);
      expect(code.length).toBeLessThan(3_000);
    }
  });
});

/** The files that the host process loads, found from its entry. */
function hostProcessFiles(): readonly string[] {
  const found = new Set<string>();
  const follow = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const [, name] of read(path).matchAll(/(?:from|import\()\s*["'](\.[^"']+)["']/g)) {
      follow(join(path, '..', name ?? ''));
    }
  };
  follow(join(built, 'main', 'host-process.js'));
  return [...found];
}

describe('the page', () => {
  test('asks for nothing but its own files', () => {
    const names = files('renderer', '.js').flatMap((path) => requested(read(path)));
    expect(names).toEqual([]);
    for (const path of files('renderer', '.js')) expect(read(path)).not.toMatch(/["'`]node:[a-z_/]+["'`]/);
  });

  test('has a document without inline script, and loads only its own files', () => {
    const html = read(join(built, 'renderer', 'index.html'));
    const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, content] of scripts) {
      expect(attributes).toMatch(/\bsrc="\.\/assets\/[^"]+"/);
      expect(content).toBe('');
    }
    expect(html).not.toMatch(/\son[a-z]+=|<style|javascript:|https?:/i);
  });

  test('brings its fonts', () => {
    const fonts = files('renderer', '.css').flatMap((path) =>
      [...read(path).matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, url]) => url ?? ''),
    );
    expect(fonts.filter((url) => url.endsWith('.woff2')).length).toBeGreaterThan(0);
    const there = new Set(readdirSync(join(built, 'renderer', 'assets')).map((name) => `./${name}`));
    expect(fonts.filter((url) => !there.has(url))).toEqual([]);
    for (const path of files('renderer', '.css')) expect(read(path)).not.toMatch(/@import|https?:/);
  });

  test('is minified, and has no SQLite of its own', () => {
    expect(files('renderer', '.wasm')).toEqual([]);
    // All screens and four languages are 2.6 MB; not minified they would be more than twice that.
    const sizes = files('renderer', '.js').map((path) => read(path).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
    for (const path of files('renderer', '.js')) {
      const code = read(path).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
      // The table of postcodes is a text of a line for each; it is no code.
      const lines = code.split('\n').filter((line) => !/^\d{4}\b/.test(line));
      expect(lines.length).toBeLessThan(Math.max(20, code.length / 500));
    }
  });
});

test.each([
  ['main', []],
  ['preload', []],
  ['renderer', ['react', '@powersync/web', 'zod']],
])('nothing for development is in the bundles of %s', (folder, known) => {
  const packages = bundledPackages(folder);
  expect(packages).toEqual(expect.arrayContaining(known));
  expect(packages.filter((name) => devDependencies.includes(name))).toEqual([]);
  expect(packages.filter((name) => name.startsWith('@powersync/service-'))).toEqual([]);
  for (const path of files(folder, '.js', '.cjs')) expect(read(path)).not.toContain('@powersync/service-');
});

test('the built host process makes a paper in any working folder, and finds the licences of its fonts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-host-'));
  try {
    const answer = await runHostProcess(folder);
    expect(answer).toMatchObject({ id: 1, answer: { ok: true, value: { size: expect.any(Number) } } });
    // Were the cache turned on after the imports, nothing of them would be in it.
    const cached = readdirSync(join(folder, 'data', 'compile-cache'), {
      recursive: true,
      withFileTypes: true,
    });
    expect(cached.filter((entry) => entry.isFile()).length).toBeGreaterThan(50);
    const { resolve } = createRequire(join(built, 'main', 'host-process.js'));
    for (const name of ['inter', 'arimo']) {
      expect(read(resolve(`@expo-google-fonts/${name}/LICENSE_FONT`))).toMatch(/SIL OPEN FONT LICENSE/i);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Runs the bundle under plain Node, with a line to its parent as a utility process has it, and asks for one paper. */
async function runHostProcess(folder: string): Promise<unknown> {
  const script = join(folder, 'run.mjs');
  writeFileSync(
    script,
    `import { EventEmitter } from 'node:events';
import { flushCompileCache } from 'node:module';
const postMessage = (message) => {
  flushCompileCache();
  process.send(message);
};
process.parentPort = Object.assign(new EventEmitter(), { postMessage });
await import(${JSON.stringify(join(built, 'main', 'host-process.js'))});
process.on('message', (data) => process.parentPort.emit('message', { data, ports: [] }));
process.send('ready');
`,
  );
  mkdirSync(join(folder, 'data'));
  const child = spawn(process.execPath, [script, '--data', join(folder, 'data')], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // With a cache of its own, as on a customer's machine.
    env: { ...process.env, NODE_COMPILE_CACHE: undefined },
  });
  try {
    await once(child, 'message');
    const { sampleInvoice } = await import('./pdf/sample-papers.ts');
    const input = { id: '01930b2e-7c1a-7def-8abc-0123456789ab', kind: 'invoice', paper: sampleInvoice() };
    const answered = once(child, 'message');
    child.send({ kind: 'call', id: 1, name: 'documents.make', input });
    const [answer] = await answered;
    return answer;
  } finally {
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  }
}
