import { type Message, maxMessageBytes } from './messages.ts';
import { ReplicaError } from './replica-error.ts';

/**
 * Messages as bytes, for transports without structured clone.
 *
 * A frame is the length of the header as a big-endian 32-bit number, the message as JSON in UTF-8, and the bytes of its
 * BLOBs one after the other. In the JSON, what JSON has no word for stands as an object with one key: `{"$bytes":[from,
 * length]}`, `{"$int":"9007199254740993"}`, `{"$number":"NaN"}`, `{"$undefined":0}`. No message has keys that start with
 * `$`, so nothing needs escaping.
 */
export function encodeFrame(message: Message): Uint8Array<ArrayBuffer> {
  const blobs: Blobs = { parts: [], length: 0 };
  const header = new TextEncoder().encode(JSON.stringify(pack(message, blobs)));
  const frame = new Uint8Array(4 + header.byteLength + blobs.length);
  if (frame.byteLength > maxMessageBytes) {
    throw new ReplicaError(
      'too-large',
      `a message of ${frame.byteLength} bytes is larger than ${maxMessageBytes}`,
    );
  }
  new DataView(frame.buffer).setUint32(0, header.byteLength);
  frame.set(header, 4);
  let at = 4 + header.byteLength;
  for (const part of blobs.parts) {
    frame.set(part, at);
    at += part.byteLength;
  }
  return frame;
}

/** Reads a frame. Throws `bad-message` for anything that {@link encodeFrame} does not write. */
export function decodeFrame(frame: Uint8Array): Message {
  try {
    const length = new DataView(frame.buffer, frame.byteOffset, frame.byteLength).getUint32(0);
    const blobs = frame.subarray(4 + length);
    if (4 + length > frame.byteLength) throw new RangeError('the frame is cut off');
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      frame.subarray(4, 4 + length),
    );
    return unpack(JSON.parse(text), blobs) as Message;
  } catch (error) {
    throw new ReplicaError('bad-message', 'not a message of the replica', { cause: error });
  }
}

interface Blobs {
  readonly parts: Uint8Array[];
  length: number;
}

function pack(value: unknown, blobs: Blobs): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value) && !Object.is(value, -0)) return value;
      return { $number: Object.is(value, -0) ? '-0' : String(value) };
    case 'bigint':
      return { $int: value.toString() };
    case 'undefined':
      return { $undefined: 0 };
    case 'function':
    case 'symbol':
      throw new ReplicaError('bad-parameter', `a ${typeof value} cannot be sent to the replica`);
    case 'object':
      break;
  }
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((part) => pack(part, blobs));
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) {
    const bytes = value instanceof Uint8Array ? value : new Uint8Array(value);
    blobs.parts.push(bytes);
    blobs.length += bytes.byteLength;
    return { $bytes: [blobs.length - bytes.byteLength, bytes.byteLength] };
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, pack(part, blobs)]));
}

function unpack(value: unknown, blobs: Uint8Array): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const part: unknown = value[index];
      if (typeof part === 'object' && part !== null) value[index] = unpack(part, blobs);
    }
    return value;
  }
  if ('$int' in value) return BigInt(value.$int as string);
  if ('$number' in value) return Number(value.$number);
  if ('$undefined' in value) return undefined;
  if ('$bytes' in value) {
    const [from, length] = value.$bytes as [number, number];
    if (!(from >= 0 && length >= 0 && from + length <= blobs.byteLength)) {
      throw new RangeError('bytes outside the frame');
    }
    return blobs.slice(from, from + length);
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpack(part, blobs)]));
}
