import { z } from 'zod';

const Priority = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

/** The body of `POST /sync/stream`. Everything in it is a wish: what a token may see is decided by its claims alone. */
export const SyncRequest = z.object({
  buckets: z
    .array(z.object({ name: z.string().max(1_000), after: z.string().regex(/^\d{1,15}$/) }))
    .max(10_000)
    .optional(),
  raw_data: z.boolean().optional(),
  client_id: z.string().max(200).optional(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
  streams: z
    .object({
      include_defaults: z.boolean().optional(),
      subscriptions: z
        .array(
          z.object({
            stream: z.string().max(200),
            parameters: z.record(z.string(), z.unknown()).nullish(),
            override_priority: Priority.nullish(),
          }),
        )
        .max(1_000)
        .optional(),
    })
    .optional(),
});

export type SyncRequest = z.infer<typeof SyncRequest>;
