import { randomBytes } from 'node:crypto';
import type { Clock } from '../../shared/dates/clock.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { composeMessage } from './compose.ts';
import type { MailAccess } from './mail-settings.ts';
import type { MailTransport } from './mail-transport.ts';

export interface TestMessageFailure {
  readonly kind: 'test-failed';
  /** French. */
  readonly message: string;
}

/**
 * « Envoyer un e-mail d’essai »: a short message to the user's own address by the way he chose. Answers
 * the server's words, or the name of the file written. It is not part of the outbox: the user sees the
 * answer, and a second one harms nobody.
 */
export const sendTestMessage = async (
  access: () => MailAccess,
  transport: MailTransport,
  clock: Clock,
): Promise<Result<{ readonly serverReply: string }, TestMessageFailure>> => {
  const { settings } = access();
  const failed = (message: string) => fail({ kind: 'test-failed', message } as const);
  if (settings.senderAddress === '') return failed('Indiquez d’abord votre adresse d’expéditeur.');
  const sender = { name: settings.senderName, address: settings.senderAddress };
  const draft = {
    key: 'test',
    to: sender,
    subject: 'Acquit\u00a0: e-mail d’essai',
    text: 'Bonjour,\n\nCe message d’essai a été envoyé par Acquit à votre propre adresse. Si vous le lisez, vos réglages sont bons.\n',
    attachments: [],
    sendAfter: new Date(clock.nowMs()).toISOString(),
  };
  const idPart = `test.${randomBytes(12).toString('hex')}`;
  const composed = await composeMessage(
    draft,
    { sender, idPart, nowMs: clock.nowMs() },
    async () => undefined,
  );
  if (!composed.ok)
    return failed(
      composed.error.kind === 'invalid-draft' ? composed.error.explanation : composed.error.message,
    );
  const { bytes, messageId, from, to } = composed.value;
  const prepared = await transport.prepare({ from, to });
  if (prepared.kind === 'drop') return failed(prepared.reason);
  const envelope = { from, to };
  const outcome = await prepared.deliver({
    key: draft.key,
    messageId,
    envelope,
    toName: sender.name,
    subject: draft.subject,
    bytes,
  });
  transport.rest();
  switch (outcome.kind) {
    case 'accepted':
      return ok({ serverReply: outcome.serverReply });
    case 'exported':
      return ok({ serverReply: outcome.fileName });
    case 'failed':
      return failed(outcome.explanation);
  }
};
