import { type Clock, instantOf } from '../../shared/dates/clock.ts';
import type { OutboxEntry, RecheckAnswer } from '../../shared/ipc/outbox-contract.ts';
import { mayStillLeave, type OutboxEvent, type OutboxRecord } from '../../shared/reminders/outbox-state.ts';
import { waitBeforeNextTryMs } from '../../shared/reminders/retry-schedule.ts';
import { type Result, unreachable } from '../../shared/result.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import type { DeliveryOutcome, MailTransport, OutgoingMessage } from '../mail/mail-transport.ts';
import type { Failpoint } from './failpoint.ts';
import type { OutboxFailure } from './outbox-failure.ts';
import type { OutboxJournal } from './outbox-journal.ts';

export interface SendDueParts {
  readonly clock: Clock;
  readonly documents: Pick<DocumentStore, 'read'>;
  readonly transport: MailTransport;
  readonly recheck: (key: string) => Promise<RecheckAnswer>;
  readonly failpoint: Failpoint;
  readonly journal: OutboxJournal;
  readonly record: (
    events: () => readonly OutboxEvent[],
  ) => Promise<Result<readonly OutboxEntry[], OutboxFailure>>;
  readonly isStopping: () => boolean;
  /** Writes results that must not be forgotten; false while the disk does not take them. */
  readonly keepResult: (events: readonly OutboxEvent[]) => Promise<boolean>;
  readonly setProblem: (problem: string | undefined) => void;
}

const dueAtMs = ({ entry }: OutboxRecord): number => {
  const { state } = entry;
  if (state.kind === 'intent') return Date.parse(state.sendAfter);
  return state.kind === 'retrying' ? Date.parse(state.nextTryAt) : Number.POSITIVE_INFINITY;
};

/** A failure of which it is certain that nothing left: tried again later, or given up after a day of tries. */
const afterFailure = (
  record: OutboxRecord,
  nowMs: number,
  failure: { readonly explanation: string; readonly permanent: boolean },
): OutboxEvent => {
  const { key } = record.entry;
  const at = instantOf(nowMs);
  const { explanation, permanent } = failure;
  const tries = record.tries + 1;
  const waitMs = permanent ? undefined : waitBeforeNextTryMs(tries);
  return waitMs === undefined
    ? { kind: 'rejected', key, at, explanation, permanent }
    : { kind: 'retrying', key, at, explanation, nextTryAt: instantOf(nowMs + waitMs), tries };
};

const resultOf = (record: OutboxRecord, nowMs: number, outcome: DeliveryOutcome): OutboxEvent => {
  const { key } = record.entry;
  const at = instantOf(nowMs);
  switch (outcome.kind) {
    case 'accepted':
      return { kind: 'accepted', key, at, serverReply: outcome.serverReply };
    case 'exported':
      return { kind: 'exported', key, at };
    case 'failed':
      return outcome.certainlyNotSent
        ? afterFailure(record, nowMs, outcome)
        : { kind: 'unknown', key, at, explanation: outcome.explanation };
    default:
      return unreachable(outcome);
  }
};

/** A bug in the transport is no proof that nothing left. */
const crashed: DeliveryOutcome = {
  kind: 'failed',
  phase: 'content',
  certainlyNotSent: false,
  permanent: false,
  serverUnavailable: true,
  explanation:
    'Une erreur interne a interrompu l’envoi\u00a0: le message est peut-être parti. Il ne sera pas renvoyé de lui-même. Vérifiez dans vos messages envoyés ou auprès du client.',
};

const interruptedElsewhere =
  'La connexion au serveur s’est interrompue pendant un autre envoi\u00a0: ce message n’est pas parti, il sera essayé à nouveau.';

type Step = 'next' | 'end-pass' | { readonly unavailable: string };

/**
 * One pass: every message whose time has come, the oldest first, one at a time. Ends early when the disk
 * refuses a line, and when the server cannot be used at all: then the other messages that are due get the
 * same answer without being tried, so that a wrong password is not typed fifty times.
 */
export const sendDue = async (nowMs: number, parts: SendDueParts): Promise<void> => {
  const due = parts.journal
    .waiting()
    .filter((record) => dueAtMs(record) <= nowMs)
    .sort((a, b) => dueAtMs(a) - dueAtMs(b));
  for (const [index, record] of due.entries()) {
    if (parts.isStopping()) return;
    const step = await sendOne(record, parts);
    if (step === 'next') continue;
    if (step === 'end-pass') return;
    const failure = { explanation: step.unavailable, permanent: false };
    await parts.record(() =>
      due.slice(index + 1).flatMap(({ entry }) => {
        const current = stillWaiting(entry.key, parts);
        return current ? [afterFailure(current, parts.clock.nowMs(), failure)] : [];
      }),
    );
    return;
  }
};

const stillWaiting = (key: string, { journal }: SendDueParts): OutboxRecord | undefined => {
  const current = journal.records().get(key);
  return current && mayStillLeave(current.entry.state) ? current : undefined;
};

const drop = async (key: string, reason: string, parts: SendDueParts): Promise<Step> => {
  const dropped = await parts.record(() =>
    stillWaiting(key, parts) ? [{ kind: 'recalled', key, at: instantOf(parts.clock.nowMs()), reason }] : [],
  );
  return dropped.ok ? 'next' : 'end-pass';
};

const sendOne = async (record: OutboxRecord, parts: SendDueParts): Promise<Step> => {
  const { clock, documents, transport, failpoint } = parts;
  const { key, to, messageId, subject, emlHash } = record.entry;
  const envelope = { from: record.envelopeFrom, to };
  const prepared = await transport.prepare(envelope);
  if (prepared.kind === 'drop') return drop(key, prepared.reason, parts);
  const bytes = await documents.read(emlHash);
  if (!bytes.ok) {
    const explanation =
      'Le message préparé est introuvable ou abîmé dans les documents\u00a0: il n’est pas parti. Validez la relance à nouveau.';
    const lost = await parts.record(() =>
      stillWaiting(key, parts)
        ? [{ kind: 'rejected', key, at: instantOf(clock.nowMs()), explanation, permanent: true }]
        : [],
    );
    return lost.ok ? 'next' : 'end-pass';
  }
  // The renderer may be loading or gone: no answer is no permission, and no reason to drop either.
  const answer = await parts.recheck(key).catch(() => undefined);
  if (answer === undefined) return 'end-pass';
  if (answer.kind === 'drop') return drop(key, answer.reason, parts);

  failpoint('before-attempt');
  const attempted = await parts.record(() =>
    stillWaiting(key, parts) && !parts.isStopping()
      ? [{ kind: 'attempt', key, startedAt: instantOf(clock.nowMs()) }]
      : [],
  );
  if (!attempted.ok) {
    parts.setProblem(attempted.error.message);
    return 'end-pass';
  }
  if (attempted.value.length === 0) return 'next';
  parts.setProblem(undefined);
  failpoint('after-attempt');

  const message: OutgoingMessage = {
    key,
    messageId,
    envelope,
    toName: record.toName,
    subject,
    bytes: bytes.value,
  };
  const outcome = await prepared.deliver(message).catch(() => crashed);
  failpoint('before-result');
  const kept = await parts.keepResult([resultOf(record, clock.nowMs(), outcome)]);
  failpoint('after-result');
  if (!kept) return 'end-pass';
  if (outcome.kind !== 'failed' || !outcome.serverUnavailable) return 'next';
  return { unavailable: outcome.certainlyNotSent ? outcome.explanation : interruptedElsewhere };
};
