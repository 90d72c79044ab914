import { z } from 'zod';

/** An e-mail approved by the user, complete but for the Message-ID and the transport. */
export const outboxDraft = z.object({
  /** `outboxKey` of the reminder: submitting twice is submitting once. */
  key: z.string().min(1).max(600),
  to: z.object({ name: z.string().max(400), address: z.string().max(254) }),
  subject: z.string().min(1).max(998),
  text: z.string().min(1).max(200_000),
  html: z.string().max(400_000).optional(),
  /** Documents of the store to attach. */
  attachments: z
    .array(
      z.object({
        hash: z.string().regex(/^[0-9a-f]{64}$/),
        name: z.string().min(1).max(200),
        mediaType: z.string().max(100),
      }),
    )
    .max(50),
  /** Not before this instant (the recall window). */
  sendAfter: z.iso.datetime(),
});
export type OutboxDraft = z.infer<typeof outboxDraft>;

/** State of an entry as main knows it. Each was synced to disk before the next act. */
export type OutboxState =
  | { readonly kind: 'intent'; readonly sendAfter: string }
  | { readonly kind: 'attempt'; readonly startedAt: string }
  | { readonly kind: 'accepted'; readonly at: string; readonly serverReply: string }
  | { readonly kind: 'exported'; readonly at: string }
  | {
      readonly kind: 'rejected';
      readonly at: string;
      readonly explanation: string;
      readonly permanent: boolean;
    }
  /** A try failed before anything could have left; tried again by itself after `nextTryAt`. */
  | {
      readonly kind: 'retrying';
      readonly at: string;
      readonly explanation: string;
      readonly nextTryAt: string;
      readonly tries: number;
    }
  | { readonly kind: 'unknown'; readonly at: string; readonly explanation: string }
  | { readonly kind: 'recalled'; readonly at: string; readonly reason: string };

export interface OutboxEntry {
  readonly key: string;
  readonly messageId: string;
  /** Raw message in the document store. */
  readonly emlHash: string;
  readonly to: string;
  readonly subject: string;
  readonly state: OutboxState;
  /** True once the renderer has folded the final state into the ledger. */
  readonly acknowledged: boolean;
  /** Test mode: it goes to the user himself, so that nothing of it reaches the client. */
  readonly isTest?: true | undefined;
}

/** Asked by main just before an attempt; anything but `send` drops the message. */
export type RecheckAnswer = { readonly kind: 'send' } | { readonly kind: 'drop'; readonly reason: string };
