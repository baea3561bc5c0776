import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { StartupError } from '../startup-error.ts';
import { type HydratedSyncConfig, syncRules } from './sync-rules.ts';

export interface TableName {
  readonly schema: string;
  readonly name: string;
}

export interface StreamRules {
  /** Changes whenever the meaning of the file may have changed: then everything is laid out anew. */
  readonly hash: string;
  /** Sub-second digits of moments. */
  readonly digits: number;
  readonly streams: readonly { readonly name: string; readonly isDefault: boolean }[];
  /** The tables the streams read: rows to send, and rows that decide what is sent. */
  readonly tables: readonly TableName[];
  /** Ready to be asked, with bucket names that carry the version. */
  hydrate(version: number): HydratedSyncConfig;
}

/** Reads the same file that the PowerSync Service reads. @throws StartupError `streams_invalid` with every problem found */
export function readStreamRules(file: string): StreamRules {
  const yaml = readFileSync(file, 'utf8');
  const { config, errors } = syncRules.SqlSyncRules.fromYaml(yaml, {
    defaultSchema: 'public',
    throwOnError: false,
  });
  const fatal = errors.filter(({ type }) => type !== 'warning');
  if (fatal.length > 0) {
    throw new StartupError('streams_invalid', `${file}: ${fatal.map(({ message }) => message).join('; ')}`);
  }
  return {
    hash: createHash('sha256').update(yaml).digest('hex'),
    digits: config.compatibility.maxTimeValuePrecision?.subSecondDigits ?? 6,
    streams: config.bucketSources.map(({ name, subscribedToByDefault }) => ({
      name,
      isDefault: subscribedToByDefault,
    })),
    tables: [
      ...new Map(
        config.getSourceTables().map(({ schema, name }) => [`${schema}.${name}`, { schema, name }]),
      ).values(),
    ],
    hydrate: (version) =>
      config.hydrate({ hydrationState: syncRules.versionedHydrationState(version), sqlite: null }),
  };
}
