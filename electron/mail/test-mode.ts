import type { OutboxDraft } from '../../shared/ipc/outbox-contract.ts';
import type { Sender } from './compose.ts';

/**
 * The draft as it leaves in test mode: only to the sender's own address, and the subject says for whom it
 * was meant. Body and attachments are untouched, so that the user sees what the client would see.
 */
export const inTestMode = (draft: OutboxDraft, sender: Sender): OutboxDraft => ({
  ...draft,
  to: { name: sender.name, address: sender.address },
  subject: `[Essai pour ${draft.to.name === '' ? draft.to.address : draft.to.name}] ${draft.subject}`.slice(
    0,
    998,
  ),
});
