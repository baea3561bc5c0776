import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { host } from './ports.ts';

/** The line of one counter to the internet: a proxy that can be cut. */
export interface Line {
  readonly url: string;
  /** Ends every connection at once and takes no new one, as when the cable is pulled. */
  cut(): Promise<void>;
  restore(): Promise<void>;
  /**
   * The next request whose path holds `pathPart` reaches the server, which does its work; its answer is lost. Resolves
   * when that has happened.
   */
  loseNextAnswerTo(pathPart: string): Promise<void>;
  close(): Promise<void>;
}

interface Loss {
  readonly pathPart: string;
  readonly happened: () => void;
}

/** Opens a line on a port of its own, which it keeps while it is cut. */
export async function openLine({ targetUrl }: { readonly targetUrl: string }): Promise<Line> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  const losses: Loss[] = [];
  const server = createServer({ noDelay: true }, (counter) => {
    const upstream = connect({ port: Number(target.port), host: target.hostname, noDelay: true });
    let lost: Loss | undefined;
    const end = (): void => {
      counter.destroy();
      upstream.destroy();
    };
    for (const socket of [counter, upstream]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    counter.on('data', (bytes) => {
      // The head of a request begins a chunk: clients here do not pipeline.
      lost ??= take(losses, bytes);
      if (!upstream.write(bytes)) counter.pause();
    });
    upstream.on('drain', () => counter.resume());
    upstream.on('data', (bytes) => {
      if (lost) {
        end();
        lost.happened();
        return;
      }
      if (!counter.write(bytes)) upstream.pause();
    });
    counter.on('drain', () => upstream.resume());
  });
  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        const address: AddressInfo | string | null = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      if (server.listening) server.close(() => resolve());
      else resolve();
      for (const socket of sockets) socket.resetAndDestroy();
    });
  const port = await listen(0);
  return {
    url: `http://${host}:${port}`,
    cut: stop,
    async restore() {
      if (!server.listening) await listen(port);
    },
    loseNextAnswerTo: (pathPart) => new Promise((happened) => void losses.push({ pathPart, happened })),
    close: stop,
  };
}

function take(losses: Loss[], bytes: Buffer): Loss | undefined {
  const firstLine = bytes.subarray(0, 2_048).toString('latin1').split('\r\n', 1)[0] ?? '';
  if (!/^(GET|POST|PUT|PATCH|DELETE) .* HTTP\/1\.1$/.test(firstLine)) return undefined;
  const index = losses.findIndex(({ pathPart }) => firstLine.includes(pathPart));
  return index < 0 ? undefined : losses.splice(index, 1)[0];
}
