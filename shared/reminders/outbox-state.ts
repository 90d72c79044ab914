import { z } from 'zod';
import type { OutboxEntry, OutboxState } from '../ipc/outbox-contract.ts';
import { fail, ok, type Result, unreachable } from '../result.ts';

const key = z.string().min(1);
const instant = z.iso.datetime();

/**
 * What the outbox journal holds, one event a line. The journal is the user's evidence, so the names are
 * plain words; the raw message lies in the document store under `emlHash`.
 */
export const outboxEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('intent'),
    key,
    at: instant,
    messageId: z.string().min(1),
    emlHash: z.string().regex(/^[0-9a-f]{64}$/),
    /** Envelope sender; empty where the user's mail program fills it in. */
    from: z.string(),
    /** Envelope recipient: exactly one. */
    to: z.string(),
    toName: z.string(),
    subject: z.string(),
    sendAfter: instant,
    /** Test mode: `to` is the user himself, not the client. */
    isTest: z.literal(true).optional(),
  }),
  /** A draft that cannot become a message: known under its key, never sent. */
  z.object({
    kind: z.literal('refused'),
    key,
    at: instant,
    to: z.string(),
    subject: z.string(),
    explanation: z.string(),
  }),
  /** Known to the ledger alone, after the journal was damaged: nobody can tell whether it left. */
  z.object({
    kind: z.literal('lost'),
    key,
    at: instant,
    to: z.string(),
    subject: z.string(),
    explanation: z.string(),
  }),
  z.object({ kind: z.literal('attempt'), key, startedAt: instant }),
  z.object({ kind: z.literal('accepted'), key, at: instant, serverReply: z.string() }),
  z.object({ kind: z.literal('exported'), key, at: instant }),
  z.object({
    kind: z.literal('rejected'),
    key,
    at: instant,
    explanation: z.string(),
    permanent: z.boolean(),
  }),
  z.object({
    kind: z.literal('retrying'),
    key,
    at: instant,
    explanation: z.string(),
    nextTryAt: instant,
    tries: z.int().positive(),
  }),
  z.object({ kind: z.literal('unknown'), key, at: instant, explanation: z.string() }),
  z.object({ kind: z.literal('recalled'), key, at: instant, reason: z.string() }),
  z.object({ kind: z.literal('acknowledged'), key, at: instant }),
]);
export type OutboxEvent = z.infer<typeof outboxEvent>;

/** Events that make a message known. */
type FirstEvent = Extract<OutboxEvent, { readonly kind: 'intent' | 'refused' | 'lost' }>;

/** An entry with what main needs to send it, which the renderer does not see. */
export interface OutboxRecord {
  readonly entry: OutboxEntry;
  readonly envelopeFrom: string;
  readonly toName: string;
  /** Failed tries so far, for the back-off. */
  readonly tries: number;
}

export type TransitionFailure =
  | { readonly kind: 'unknown-key'; readonly key: string }
  | { readonly kind: 'duplicate-key'; readonly key: string }
  | {
      readonly kind: 'invalid-transition';
      readonly key: string;
      readonly from: OutboxState['kind'];
      readonly event: OutboxEvent['kind'];
    };

type StateKind = OutboxState['kind'];

/** States that nothing but an acknowledgement follows. `unknown` is one of them: never sent again. */
export const isFinal = (state: OutboxState): boolean =>
  state.kind !== 'intent' && state.kind !== 'attempt' && state.kind !== 'retrying';

/** States in which it is certain that nothing has left and the message may still leave. */
export const mayStillLeave = (state: OutboxState): boolean =>
  state.kind === 'intent' || state.kind === 'retrying';

const waiting: readonly StateKind[] = ['intent', 'retrying'];
const underway: readonly StateKind[] = ['attempt'];

/** From which states each event may come. A result without its attempt on disk is refused. */
const allowedFrom: Readonly<
  Record<Exclude<OutboxEvent['kind'], FirstEvent['kind'] | 'acknowledged'>, readonly StateKind[]>
> = {
  attempt: waiting,
  accepted: underway,
  exported: underway,
  unknown: underway,
  // Also without an attempt of its own: the server could not be reached for the message before it.
  rejected: [...waiting, ...underway],
  retrying: [...waiting, ...underway],
  recalled: waiting,
};

const stateAfter = (
  event: Exclude<OutboxEvent, { readonly kind: FirstEvent['kind'] | 'acknowledged' }>,
): OutboxState => {
  switch (event.kind) {
    case 'attempt':
      return { kind: 'attempt', startedAt: event.startedAt };
    case 'accepted':
      return { kind: 'accepted', at: event.at, serverReply: event.serverReply };
    case 'exported':
      return { kind: 'exported', at: event.at };
    case 'rejected':
      return { kind: 'rejected', at: event.at, explanation: event.explanation, permanent: event.permanent };
    case 'retrying':
      return {
        kind: 'retrying',
        at: event.at,
        explanation: event.explanation,
        nextTryAt: event.nextTryAt,
        tries: event.tries,
      };
    case 'unknown':
      return { kind: 'unknown', at: event.at, explanation: event.explanation };
    case 'recalled':
      return { kind: 'recalled', at: event.at, reason: event.reason };
    default:
      return unreachable(event);
  }
};

const newRecord = (event: FirstEvent): OutboxRecord =>
  event.kind === 'intent'
    ? {
        entry: {
          key: event.key,
          messageId: event.messageId,
          emlHash: event.emlHash,
          to: event.to,
          subject: event.subject,
          state: { kind: 'intent', sendAfter: event.sendAfter },
          acknowledged: false,
          ...(event.isTest && { isTest: event.isTest }),
        },
        envelopeFrom: event.from,
        toName: event.toName,
        tries: 0,
      }
    : {
        entry: {
          key: event.key,
          messageId: '',
          emlHash: '',
          to: event.to,
          subject: event.subject,
          state:
            event.kind === 'lost'
              ? { kind: 'unknown', at: event.at, explanation: event.explanation }
              : { kind: 'rejected', at: event.at, explanation: event.explanation, permanent: true },
          acknowledged: false,
        },
        envelopeFrom: '',
        toName: '',
        tries: 0,
      };

/**
 * The record after an event; `record` is undefined where the key is not known yet. Fails, and changes
 * nothing, when the event cannot follow the record's state.
 */
export const applyOutboxEvent = (
  record: OutboxRecord | undefined,
  event: OutboxEvent,
): Result<OutboxRecord, TransitionFailure> => {
  if (event.kind === 'intent' || event.kind === 'refused' || event.kind === 'lost')
    return record ? fail({ kind: 'duplicate-key', key: event.key }) : ok(newRecord(event));
  if (!record) return fail({ kind: 'unknown-key', key: event.key });
  const { entry } = record;
  const refused = fail({
    kind: 'invalid-transition',
    key: event.key,
    from: entry.state.kind,
    event: event.kind,
  } as const);
  if (event.kind === 'acknowledged')
    return isFinal(entry.state) ? ok({ ...record, entry: { ...entry, acknowledged: true } }) : refused;
  if (!allowedFrom[event.kind].includes(entry.state.kind)) return refused;
  return ok({
    ...record,
    tries: event.kind === 'retrying' ? event.tries : record.tries,
    entry: { ...entry, state: stateAfter(event) },
  });
};

/** All records by key, in the order of their intents. Fails at the first event that cannot follow. */
export const replayOutbox = (
  events: Iterable<OutboxEvent>,
): Result<Map<string, OutboxRecord>, TransitionFailure> => {
  const records = new Map<string, OutboxRecord>();
  for (const event of events) {
    const applied = applyOutboxEvent(records.get(event.key), event);
    if (!applied.ok) return applied;
    records.set(event.key, applied.value);
  }
  return ok(records);
};

/**
 * What a start must add to the journal: an attempt without a result means that the application ended in
 * between, and nobody can tell whether the server took the message. It becomes `unknown`, as of its attempt:
 * the start may come days later.
 */
export const interruptedAttempts = (
  records: Iterable<OutboxRecord>,
): readonly Extract<OutboxEvent, { readonly kind: 'unknown' }>[] =>
  [...records].flatMap(({ entry: { key, state } }) =>
    state.kind === 'attempt'
      ? [
          {
            kind: 'unknown',
            key,
            at: state.startedAt,
            explanation:
              'L’application s’est arrêtée pendant l’envoi : le message est peut-être parti. Il ne sera pas renvoyé de lui-même. Vérifiez dans vos messages envoyés ou auprès du client.',
          },
        ]
      : [],
  );
