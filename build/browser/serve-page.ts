import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readPageFiles } from '#electron/host/page-files.ts';

export interface ServedPage {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the page without a host behind it, for the adapter that keeps its rows in the browser. */
export async function servePage(folder: string): Promise<ServedPage> {
  const files = readPageFiles(folder);
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    if (file) response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
