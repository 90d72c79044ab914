import type { Day } from '../dates/day.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { fail, ok, type Result } from '../result.ts';
import { channelTemplateId } from './channel-template.ts';
import { deadlineFor, grantedDaysFor } from './deadline.ts';
import { messageLanguage, templateLanguage } from './message-language.ts';
import { messageValues } from './message-values.ts';
import type { Proposal } from './proposal.ts';
import { emailRecipient, isPostable, letterAddressee } from './recipient.ts';
import { renderTemplate, type TemplateFailure } from './render-template.ts';
import { smsText } from './sms-text.ts';
import { templateFor } from './template-choice.ts';

/** A message ready to be shown and approved. */
export interface ComposedMessage {
  readonly subject: string;
  /** Plain text; a letter holds {@link import('../letters/letter-text.ts').tableMarker} where its table is set. */
  readonly body: string;
  /** Exactly one plain address; undefined for letters and calls. */
  readonly recipientEmail?: string | undefined;
  readonly recipientName?: string | undefined;
  /** Last day granted to pay, as the text says it. */
  readonly deadlineOn?: Day | undefined;
  /** Language of the text; French where undefined. */
  readonly language?: 'en' | undefined;
}

/** `message` is French and says what to fix. */
export type ComposeFailure =
  | TemplateFailure
  | {
      readonly kind: 'no-recipient' | 'no-address' | 'no-template' | 'unknown-client';
      readonly message: string;
    };

/**
 * Text and recipient of a proposal as they would leave today. The recipient is the contact with the role of
 * the step, or else any with a valid address; the template is the one of the step, in its variant for the
 * kind of debtor where there is one, in the language of the client.
 */
export const composeMessage = (
  ledger: Ledger,
  proposal: Proposal,
  today: Day,
): Result<ComposedMessage, ComposeFailure> => {
  const client = ledger.clients.get(proposal.clientId);
  if (client === undefined)
    return fail({ kind: 'unknown-client', message: 'Ce client n’est plus dans vos données.' });
  const { step, channel } = proposal;
  const template = templateFor(
    ledger,
    channelTemplateId(step, channel),
    client.regime,
    messageLanguage(client, channel, proposal.level),
  );
  if (template === undefined)
    return fail({
      kind: 'no-template',
      message:
        'Le modèle de cette étape n’existe plus. Choisissez-en un autre dans Réglages\u00A0› Scénarios.',
    });

  const email = channel === 'email' ? emailRecipient(client, step.recipientRole) : undefined;
  if (channel === 'email' && email === undefined)
    return fail({
      kind: 'no-recipient',
      message: `${client.name} n’a pas d’adresse e-mail valable. Ajoutez-en une sur sa fiche.`,
    });
  if ((channel === 'letter' || channel === 'registered-letter') && !isPostable(client.address))
    return fail({
      kind: 'no-address',
      message: `L’adresse postale de ${client.name} est incomplète. Complétez-la sur sa fiche.`,
    });

  const recipientName = email?.name ?? letterAddressee(client, step.recipientRole);
  const language = templateLanguage(template.id);
  const text = renderTemplate(
    template,
    messageValues(ledger, proposal, client, recipientName, today, language),
  );
  if (!text.ok) return text;
  return ok({
    ...text.value,
    ...(language === 'en' ? { language } : {}),
    ...(channel === 'sms' ? { body: smsText(text.value.body) } : {}),
    recipientEmail: email?.email,
    recipientName: recipientName === '' ? undefined : recipientName,
    deadlineOn: deadlineFor(
      grantedDaysFor(step, client),
      channel,
      today,
      settingsOf(ledger, 'reminders').calendar,
    ),
  });
};
