import type { JWTPayload } from 'jose';
import type { SyncRequest } from './request.ts';
import type { StreamRules } from './rules.ts';
import {
  type BucketPriority,
  type HydratedSyncConfig,
  type ParameterLookupSource,
  type RequestedStream,
  type ResolvedBucket,
  syncRules,
} from './sync-rules.ts';

export interface WantedBucket {
  readonly name: string;
  readonly priority: BucketPriority;
  /** Why the client gets it: by a default stream (index into `streams`) or a subscription (index into its request). */
  readonly subscriptions: readonly ({ readonly default: number } | { readonly sub: number })[];
}

export interface StreamLine {
  readonly name: string;
  readonly is_default: boolean;
  readonly errors: readonly { readonly subscription: 'default' | number; readonly message: string }[];
}

export interface Wanted {
  readonly streams: readonly StreamLine[];
  /**
   * Asked for every checkpoint: which buckets there are depends on rows.
   *
   * @param version as long as it is the same, so are the rows that are looked up, and nothing is computed anew
   */
  buckets(lookups: ParameterLookupSource, version: number): Promise<readonly WantedBucket[]>;
}

/** Asks the vendor's rules which buckets these claims and this request lead to. */
export function wantedBuckets(
  config: HydratedSyncConfig,
  rules: StreamRules,
  claims: JWTPayload,
  request: SyncRequest,
): Wanted {
  const hasDefaults = request.streams?.include_defaults ?? true;
  const subscriptions = request.streams?.subscriptions ?? [];
  const requested: Record<string, RequestedStream[]> = {};
  for (const [index, { stream, parameters, override_priority: priority }] of subscriptions.entries()) {
    (requested[stream] ??= []).push({
      opaque_id: index,
      parameters: parameters ?? null,
      priorityOverride: priority ?? null,
    });
  }
  const { querier, errors } = config.getBucketParameterQuerier({
    globalParameters: new syncRules.RequestParameters(
      new syncRules.BaseJwtPayload(claims),
      request.parameters ?? {},
    ),
    hasDefaultStreams: hasDefaults,
    streams: requested,
  });
  const streams = rules.streams
    .filter(({ name, isDefault }) => (isDefault && hasDefaults) || requested[name] !== undefined)
    .map(({ name, isDefault }) => ({
      name,
      is_default: isDefault,
      errors: errors
        .filter(({ descriptor }) => descriptor === name)
        .map(({ subscription, message }) => ({
          subscription: subscription?.opaque_id ?? ('default' as const),
          message,
        })),
    }));
  const reasonFor = (
    definition: string,
    reason: ResolvedBucket['inclusion_reasons'][number],
  ): WantedBucket['subscriptions'][number] =>
    reason === 'default'
      ? { default: streams.findIndex(({ name }) => name === definition) }
      : { sub: reason.subscription };
  let known: { readonly version: number; readonly buckets: readonly WantedBucket[] } | undefined;
  return {
    streams,
    async buckets(lookups, version) {
      if (known?.version === version) return known.buckets;
      const dynamic = querier.hasDynamicBuckets ? await querier.queryDynamicBucketDescriptions(lookups) : [];
      const buckets = syncRules
        .mergeBuckets([...querier.staticBuckets, ...dynamic])
        .map(({ bucket, priority, definition, inclusion_reasons: reasons }) => ({
          name: bucket,
          priority,
          subscriptions: reasons.map((reason) => reasonFor(definition, reason)),
        }));
      known = { version, buckets };
      return buckets;
    },
  };
}
