import { useCallback, useMemo } from 'react';
import {
  type ComposedMessage,
  type ComposeFailure,
  composeMessage,
} from '../../../shared/reminders/compose-message.ts';
import { type EditedMessage, editedMessage } from '../../../shared/reminders/edited-message.ts';
import type { Proposal } from '../../../shared/reminders/proposal.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useEdits } from './edit-memory.ts';

/** The message of a proposal as it would leave, or what keeps it from being written. */
export type QueuedMessage = Result<EditedMessage, ComposeFailure>;

/** Writes messages when they are first looked at: a queue of thousands shows at once. */
export const useMessages = (): ((proposal: Proposal) => QueuedMessage) => {
  const ledger = useLedger();
  const today = useToday();
  const edits = useEdits();
  const composed = useMemo(() => {
    const known = new Map<string, Result<ComposedMessage, ComposeFailure>>();
    return (proposal: Proposal): Result<ComposedMessage, ComposeFailure> => {
      const present = known.get(proposal.id);
      if (present) return present;
      const written = composeMessage(ledger, proposal, today);
      known.set(proposal.id, written);
      return written;
    };
  }, [ledger, today]);
  return useCallback(
    (proposal) => {
      const message = composed(proposal);
      return message.ok ? ok(editedMessage(message.value, edits.get(proposal.id))) : message;
    },
    [composed, edits],
  );
};
