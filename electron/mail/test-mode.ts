import type { MailSettings } from '../../shared/ipc/mail-contract.ts';
import type { OutboxDraft } from '../../shared/ipc/outbox-contract.ts';
import type { Sender } from './compose.ts';

/**
 * True while the user's own server may write to nobody but himself. Files are never sent by Acquit: the
 * user sees each in his mail program before it leaves, so they need no test mode and no sender set up.
 */
export const isTestMode = (settings: MailSettings): boolean =>
  settings.testMode && settings.transport === 'smtp';

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
