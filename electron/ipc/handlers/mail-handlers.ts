import type { LedgerParts } from '../../ledger/open-parts.ts';
import { sendTestMessage } from '../../mail/test-message.ts';
import type { ApplicationClock } from '../../settings/application-clock.ts';
import type { Handlers } from '../answer-request.ts';

/** What these handlers need of the rest of main. */
export interface MailParts {
  readonly clock: ApplicationClock;
  readonly ledger: () => LedgerParts;
}

/** The user’s own mail server. */
export const mailHandlers = (parts: MailParts) =>
  ({
    mailStatus: () => ({ ok: true, value: parts.ledger().mail.settings.status() }),
    mailSave: ({ settings, password }) => parts.ledger().mail.settings.save(settings, password),
    mailTest: () => {
      const { mail } = parts.ledger();
      return sendTestMessage(mail.settings.access, mail.transport, parts.clock);
    },
  }) satisfies Partial<Handlers>;
