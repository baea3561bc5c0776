import { type Request, maxMessageBytes, sizeOfValues } from '../messages.ts';
import { ReplicaError } from '../replica-error.ts';

/**
 * Checks that a message from a page is a {@link Request} of bounded size. The values that are bound are checked when they
 * are bound. Written by hand because it stands in the way of every statement. Throws `bad-message` or `too-large`.
 */
export function parseRequest(message: unknown): Request {
  if (typeof message !== 'object' || message === null) throw bad();
  const request = message as { readonly [key: string]: unknown };
  if (!isCount(request['id'])) throw bad();
  switch (request['kind']) {
    case 'lease': {
      const timeoutMs = request['timeoutMs'];
      if (!isCount(request['lease']) || typeof request['write'] !== 'boolean') throw bad();
      if (typeof request['begin'] !== 'boolean') throw bad();
      if (timeoutMs !== null && !(typeof timeoutMs === 'number' && timeoutMs >= 0)) throw bad();
      break;
    }
    case 'run':
      if (!isCount(request['lease'])) throw bad();
      checkStatement(request['sql'], [request['params']]);
      break;
    case 'once':
      if (typeof request['write'] !== 'boolean') throw bad();
      checkStatement(request['sql'], [request['params']]);
      break;
    case 'batch':
      if (!isCount(request['lease']) || !Array.isArray(request['sets'])) throw bad();
      checkStatement(request['sql'], request['sets']);
      break;
    case 'commit':
    case 'release':
      if (!isCount(request['lease'])) throw bad();
      break;
    case 'refresh':
    case 'check':
      break;
    default:
      throw bad();
  }
  return message as Request;
}

function checkStatement(sql: unknown, sets: readonly unknown[]): void {
  if (typeof sql !== 'string') throw bad();
  let size = sql.length * 2;
  for (const set of sets) {
    if (!Array.isArray(set)) throw bad();
    size += sizeOfValues(set);
  }
  if (size > maxMessageBytes) {
    throw new ReplicaError('too-large', `a statement of ${size} bytes is larger than ${maxMessageBytes}`);
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function bad(): ReplicaError {
  return new ReplicaError('bad-message', 'not a request to the replica');
}
