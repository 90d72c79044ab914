import { createHash, randomBytes } from 'node:crypto';
import { type Clock, instantOf } from '../../shared/dates/clock.ts';
import type { OutboxDraft } from '../../shared/ipc/outbox-contract.ts';
import type { OutboxEvent } from '../../shared/reminders/outbox-state.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import type { Compose } from '../mail/user-composer.ts';
import type { Failpoint } from './failpoint.ts';
import { type OutboxFailure, storageFailure } from './outbox-failure.ts';

export interface PrepareParts {
  readonly clock: Clock;
  readonly documents: Pick<DocumentStore, 'put'>;
  readonly compose: Compose;
  readonly failpoint: Failpoint;
}

/** Messages composed and stored side by side: most of the time goes into waiting for the disk. */
const preparedAtOnce = 16;

/** Left side of the Message-ID: tells the reminder to whoever has the key, and nobody can guess it. */
const newIdPart = (key: string): string =>
  `${createHash('sha256').update(key).digest('hex').slice(0, 24)}.${randomBytes(9).toString('hex')}`;

/** Composes one message and stores its bytes; answers the event that makes it known. */
const prepare = async (
  draft: OutboxDraft,
  { clock, documents, compose, failpoint }: PrepareParts,
): Promise<Result<OutboxEvent, OutboxFailure>> => {
  const nowMs = clock.nowMs();
  const at = instantOf(nowMs);
  const { key, subject } = draft;
  const composed = await compose(draft, { idPart: newIdPart(key), nowMs });
  if (!composed.ok) {
    if (composed.error.kind === 'not-configured') return fail(composed.error);
    const { explanation } = composed.error;
    return ok({ kind: 'refused', key, at, to: draft.to.address, subject, explanation });
  }
  const { bytes, messageId, from, to, isTest } = composed.value;
  failpoint('before-eml');
  const stored = await documents.put(bytes);
  if (!stored.ok)
    return fail(storageFailure(stored.error.kind === 'io' ? stored.error.code : stored.error.kind));
  failpoint('after-eml');
  return ok({
    kind: 'intent',
    key,
    at,
    messageId,
    emlHash: stored.value,
    from,
    to,
    toName: draft.to.name,
    subject,
    sendAfter: instantOf(Date.parse(draft.sendAfter)),
    ...(isTest && { isTest }),
  });
};

/**
 * The events of new drafts, in their order: `intent` with the raw message in the document store, or
 * `refused` where a draft cannot be a message. Fails as a whole when the disk refuses or no sender is set
 * up; bytes that were stored by then are harmless, since no intent names them.
 */
export const prepareDrafts = async (
  drafts: readonly OutboxDraft[],
  parts: PrepareParts,
): Promise<Result<readonly OutboxEvent[], OutboxFailure>> => {
  const events: OutboxEvent[] = [];
  for (let from = 0; from < drafts.length; from += preparedAtOnce) {
    const group = drafts.slice(from, from + preparedAtOnce);
    for (const prepared of await Promise.all(group.map((draft) => prepare(draft, parts)))) {
      if (!prepared.ok) return prepared;
      events.push(prepared.value);
    }
  }
  return ok(events);
};
