import { join } from 'node:path';

/**
 * Run before every test file: what a test starts (a command, a host, a server) reads what Node compiled for the one before. It is
 * read from its TypeScript, and started hundreds of times. This process itself was started without.
 */
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '..', 'output', 'compile-cache');
