/**
 * `node electron/node-host/main.ts --data <folder> [--page <folder>] [--port <n>]`: one counter, served to a browser.
 * Prints one line of JSON with its address when it listens; SIGTERM and SIGINT stop it.
 */
import { parseArgs } from 'node:util';
import packageJson from '../../package.json' with { type: 'json' };
import { jsonLog } from '../host/log.ts';
import { readPort } from './read-port.ts';
import { serveCounter } from './serve-counter.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, page: { type: 'string' }, port: { type: 'string' } },
});
if (values.data === undefined) {
  console.error('Say where the counter keeps its data: --data <folder>');
  process.exit(2);
}
if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) {
  console.error(`--port must be a number, not ${values.port}`);
  process.exit(2);
}

try {
  const counter = await serveCounter({
    dataFolder: values.data,
    ...(values.page === undefined ? {} : { pageFolder: values.page }),
    ...(values.port === undefined ? {} : { port: readPort(values.port) }),
    version: packageJson.version,
    log: jsonLog((line) => process.stderr.write(line)),
  });
  console.log(JSON.stringify({ address: counter.address, origin: counter.origin }));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void counter.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
