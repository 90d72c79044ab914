import type { OutboxDraft } from '../../shared/ipc/outbox-contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type ComposedMessage, type ComposeFailure, composeMessage, type ReadDocument } from './compose.ts';
import type { MailAccess } from './mail-settings.ts';
import { inTestMode, isTestMode } from './test-mode.ts';

/** How the outbox makes a message of a draft: sender and test mode as the settings stand at that moment. */
export type Compose = (
  draft: OutboxDraft,
  parts: { readonly idPart: string; readonly nowMs: number },
) => Promise<Result<ComposedMessage, ComposeFailure>>;

/** Composes in the user's name; in test mode to the user himself. */
export const userComposer =
  (access: () => MailAccess, readDocument: ReadDocument): Compose =>
  async (draft, parts) => {
    const { settings } = access();
    const sender = { name: settings.senderName, address: settings.senderAddress };
    if (isTestMode(settings) && sender.address === '')
      return fail({
        kind: 'not-configured',
        message:
          'Indiquez d’abord votre adresse dans Réglages › Messagerie\u00a0: en mode essai, tout est envoyé à vous seul.',
      });
    const by = { sender, ...parts };
    if (!isTestMode(settings)) return composeMessage(draft, by, readDocument);
    const composed = await composeMessage(inTestMode(draft, sender), by, readDocument);
    return composed.ok ? ok({ ...composed.value, isTest: true }) : composed;
  };
