/**
 * Entry of the utility process. As in main, only what turns the compile cache on is imported statically; messages wait
 * until the host listens.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { failureFacts, jsonLog } from '../../host/log.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) throw new Error('the host process needs --data');
enableCompileCache(join(values.data, 'compile-cache'));

const log = jsonLog((line) => process.stderr.write(line));
// Node would print the message, which may quote what somebody typed. Main starts us again.
process.on('uncaughtException', (error) => {
  log('host_process_failed', failureFacts(error));
  process.exit(1);
});

const { serveHost } = await import('./serve-host.ts');
await serveHost(values.data, process.parentPort, log);
// Node writes the cache when a process ends by itself; this one is ended. Costs something after an update only.
setTimeout(flushCompileCache, 10_000).unref();
