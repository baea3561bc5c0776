import type { Log } from '../log.ts';
import { type PostgresOptions, type PostgresProcess, startPostgres } from './process.ts';

/** Keeps Postgres running: a server that ends by itself is started again, on the same port. */
export async function supervisePostgres(
  options: PostgresOptions,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  let current: PostgresProcess = await startPostgres(options);
  let stopping = false;
  const watch = async (): Promise<void> => {
    for (let attempt = 0; ;) {
      await current.exited;
      if (stopping) return;
      log({ level: 'error', event: 'postgres_ended' });
      for (attempt += 1; ; attempt += 1) {
        await new Promise((resolve) => setTimeout(resolve, Math.min(200 * attempt, 5_000)));
        if (stopping) return;
        try {
          current = await startPostgres(options);
          attempt = 0;
          log({ level: 'info', event: 'postgres_restarted' });
          break;
        } catch {
          log({ level: 'error', event: 'postgres_restart_failed' });
        }
      }
    }
  };
  const watching = watch();
  return {
    async stop() {
      stopping = true;
      await current.stop();
      await watching;
    },
  };
}
