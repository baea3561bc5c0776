import { createRequire } from 'node:module';

/**
 * The vendor's own evaluation of the streams file, `@powersync/service-sync-rules`: the part of it that we use, with
 * types of our own, because its declarations lead the compiler into TypeScript sources that do not pass our settings.
 *
 * FSL-1.1-ALv2: for development and tests. It is a dev dependency and not part of what is shipped.
 */
interface Vendor {
  readonly SqlSyncRules: {
    fromYaml(
      yaml: string,
      options: { defaultSchema: string; throwOnError: boolean },
    ): { config: SyncConfig; errors: YamlError[] };
  };
  versionedHydrationState(version: number): unknown;
  readonly RequestParameters: new (
    token: unknown,
    parameters: Readonly<Record<string, unknown>>,
  ) => RequestParameters;
  readonly BaseJwtPayload: new (claims: Readonly<Record<string, unknown>>) => object;
  mergeBuckets(buckets: readonly ResolvedBucket[]): ResolvedBucket[];
}

interface YamlError extends Error {
  readonly type: 'warning' | 'fatal';
}

export interface SyncConfig {
  readonly compatibility: { readonly maxTimeValuePrecision: { readonly subSecondDigits: number } | null };
  readonly bucketSources: readonly { readonly name: string; readonly subscribedToByDefault: boolean }[];
  getSourceTables(): readonly { readonly schema: string; readonly name: string }[];
  hydrate(options: { hydrationState: unknown; sqlite: null }): HydratedSyncConfig;
}

export type SqliteValue = number | string | bigint | Uint8Array | null;
export type SqliteRow = Record<string, SqliteValue>;
export type BucketPriority = 0 | 1 | 2 | 3;

export interface TableReference {
  readonly connectionTag: string;
  readonly schema: string;
  readonly name: string;
}

export interface HydratedSyncConfig {
  tableSyncsData(table: TableReference): boolean;
  tableSyncsParameters(table: TableReference): boolean;
  evaluateRow(options: { sourceTable: TableReference; record: SqliteRow }): readonly {
    readonly bucket: string;
    readonly table: string;
    readonly id: string;
    readonly data: SqliteRow;
  }[];
  evaluateParameterRow(
    table: TableReference,
    row: SqliteRow,
  ): readonly { readonly lookup: ParameterLookup; readonly bucketParameters: readonly SqliteRow[] }[];
  getBucketParameterQuerier(options: {
    globalParameters: RequestParameters;
    hasDefaultStreams: boolean;
    streams: Readonly<Record<string, RequestedStream[]>>;
  }): {
    readonly querier: {
      readonly staticBuckets: readonly ResolvedBucket[];
      readonly hasDynamicBuckets: boolean;
      queryDynamicBucketDescriptions(source: ParameterLookupSource): Promise<readonly ResolvedBucket[]>;
    };
    readonly errors: readonly {
      readonly descriptor: string;
      readonly subscription?: RequestedStream;
      readonly message: string;
    }[];
  };
}

export interface RequestedStream {
  readonly opaque_id: number;
  readonly parameters: Readonly<Record<string, unknown>> | null;
  readonly priorityOverride: BucketPriority | null;
}

export interface ResolvedBucket {
  readonly bucket: string;
  readonly priority: BucketPriority;
  readonly definition: string;
  readonly inclusion_reasons: readonly ('default' | { readonly subscription: number })[];
}

interface ParameterLookup {
  readonly serializedRepresentation: string;
}

export interface ParameterLookupSource {
  getParameterSets(
    lookups: readonly ParameterLookup[],
  ): Promise<{ readonly lookup: ParameterLookup; readonly rows: readonly SqliteRow[] }[]>;
}

/** Opaque: what a token and a request say. */
export type RequestParameters = object;

export const syncRules = createRequire(import.meta.url)('@powersync/service-sync-rules') as Vendor;
