const atLeast = 65_536;

/**
 * The JSON of an object, indented, in pieces: as `JSON.stringify(value, null, 2)` with a line feed, but never the whole at
 * once. A bank's file of 50 MB becomes 160 MB of JSON.
 */
export function* jsonPieces(value: Readonly<Record<string, unknown>>): Generator<string> {
  let held = '{';
  let comma = '';
  for (const [key, member] of Object.entries(value)) {
    held += `${comma}\n  ${JSON.stringify(key)}: `;
    comma = ',';
    if (!Array.isArray(member) || member.length === 0) {
      held += indented(member, '  ');
      continue;
    }
    for (const [at, item] of member.entries()) {
      held += `${at === 0 ? '[' : ','}\n    ${indented(item, '    ')}`;
      if (held.length < atLeast) continue;
      yield held;
      held = '';
    }
    held += '\n  ]';
  }
  yield `${held}\n}\n`;
}

function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}
