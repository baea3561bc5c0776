/** Reads `--port`: a whole number from 1 to 65535. Throws a sentence that says so. */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Error(`Port ${text} is none. Give --port a whole number from 1 to 65535.`);
}
