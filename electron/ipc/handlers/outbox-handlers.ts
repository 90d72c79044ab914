import type { IpcOutcome } from '../../../shared/ipc/channel.ts';
import type { LedgerParts } from '../../ledger/open-parts.ts';
import type { Handlers } from '../answer-request.ts';
import { done } from '../outcome.ts';

/** What these handlers need of the rest of main. */
export interface OutboxParts {
  readonly ledger: () => LedgerParts;
  /** Makes the damaged outbox journal anew and loads the renderer again. */
  readonly rebuildOutbox: () => Promise<IpcOutcome<null>>;
}

/** The journal of messages that leave. */
export const outboxHandlers = (parts: OutboxParts) =>
  ({
    outboxRebuild: () => parts.rebuildOutbox(),
    outboxSubmit: (drafts) => parts.ledger().outbox.submit(drafts),
    outboxRecall: ({ keys, reason }) => parts.ledger().outbox.recall(keys, reason),
    outboxList: () => ({ ok: true, value: parts.ledger().outbox.list() }),
    outboxAcknowledge: (keys) => parts.ledger().outbox.acknowledge(keys),
    recheckAnswer: ({ token, answer }) => {
      parts.ledger().rechecks.answer(token, answer);
      return done;
    },
  }) satisfies Partial<Handlers>;
