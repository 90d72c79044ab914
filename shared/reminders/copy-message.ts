import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import { addDays } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { fail, ok, type Result } from '../result.ts';
import { companionId } from './companions.ts';
import type { ComposedMessage } from './compose-message.ts';
import { attachmentsOf } from './message-attachments.ts';
import { messageValues } from './message-values.ts';
import type { Proposal } from './proposal.ts';
import { emailRecipient } from './recipient.ts';
import { reminderHistory } from './reminder-history.ts';
import { renderTemplate } from './render-template.ts';
import { gapEndsOn } from './restraint.ts';
import type { MessageTemplate } from './template.ts';

/** Sent at the client's own demand: no reminder in its words. */
const templates: Readonly<Record<'fr' | 'en', MessageTemplate>> = {
  fr: {
    id: 'copy',
    name: 'Copie demandée',
    subject:
      '{% if nombre_factures == 1 %}Facture n°\u00A0{{ numero }}\u00A0: la copie que vous avez demandée{% else %}{{ nombre_factures }} factures\u00A0: les copies que vous avez demandées{% endif %}',
    body: `Bonjour{% if contact %} {{ contact }}{% endif %},

Comme convenu au téléphone, voici {% if nombre_factures == 1 %}notre facture{% else %}nos factures{% endif %}\u00A0:

{{ factures_liste }}

{% if paiement %}{{ paiement }}

{% endif %}S’il vous manque un autre document, répondez simplement à ce message.

Bien cordialement,

{{ signature }}`,
    updatedAt: '2026-11-22T00:00:00.000Z' as Instant,
  },
  en: {
    id: 'copy-en',
    name: 'Copie demandée',
    subject:
      '{% if nombre_factures == 1 %}Invoice no.\u00A0{{ numero }}: the copy you asked for{% else %}{{ nombre_factures }} invoices: the copies you asked for{% endif %}',
    body: `Dear {% if contact %}{{ contact }}{% else %}Sir or Madam{% endif %},

As agreed on the telephone, here {% if nombre_factures == 1 %}is our invoice{% else %}are our invoices{% endif %}:

{{ factures_liste }}

{% if paiement %}{{ paiement }}

{% endif %}If any other document is missing, please reply to this message.

Yours sincerely,

{{ signature }}`,
    updatedAt: '2026-11-22T00:00:00.000Z' as Instant,
  },
};

/** The e-mail that a client asked for in a call, and the message of the call that it goes with. */
export interface CopyRequest {
  readonly proposal: Proposal;
  readonly message: ComposedMessage;
}

/** `message` is French and says what to do. */
export interface CopyFailure {
  readonly kind: 'no-recipient' | 'no-copy' | 'too-soon' | 'unwritable';
  readonly message: string;
  /** What the user's own mail program can still write, where there is somebody to write to. */
  readonly written?: ComposedMessage | undefined;
}

/**
 * The e-mail with the copies of the invoices of a call. It leaves by the outbox only where every copy is in the
 * ledger and no message left within the minimum gap; else the text is there for the user's own mail program.
 */
export const copyMessage = (ledger: Ledger, call: Proposal, today: Day): Result<CopyRequest, CopyFailure> => {
  const client = ledger.clients.get(call.clientId);
  const recipient = client && emailRecipient(client, call.step.recipientRole);
  if (client === undefined || recipient === undefined)
    return fail({
      kind: 'no-recipient',
      message: 'Ce client n’a pas d’adresse e-mail valable. Demandez-la-lui et notez-la sur sa fiche.',
    });
  const id = companionId(call.id, 'email');
  const proposal: Proposal = {
    ...call,
    id,
    channel: 'email',
    alsoBy: undefined,
    companionOf: call.id,
    attempt: (ledger.reminders.get(id)?.attempt ?? 0) + 1,
  };
  const language = client.language ?? 'fr';
  const text = renderTemplate(
    templates[language],
    messageValues(ledger, proposal, client, recipient.name, today, language),
  );
  if (!text.ok) return fail({ kind: 'unwritable', message: text.error.message });
  const message: ComposedMessage = {
    ...text.value,
    recipientEmail: recipient.email,
    ...(recipient.name === '' ? {} : { recipientName: recipient.name }),
  };
  const { attached, tooLarge } = attachmentsOf(call.lines.map(({ invoice }) => invoice));
  if (
    tooLarge ||
    call.lines.some(({ invoice }) => invoice.documentHash === undefined) ||
    attached.length === 0
  )
    return fail({
      kind: 'no-copy',
      message: tooLarge
        ? 'Les copies sont trop volumineuses pour un seul e-mail.'
        : 'Acquit n’a pas la copie de ces factures\u00A0: joignez-la depuis votre messagerie.',
      written: message,
    });
  const { minimumGapDays } = settingsOf(ledger, 'reminders');
  const gapEnd = gapEndsOn(reminderHistory(ledger), client.id, minimumGapDays);
  if (gapEnd !== undefined && today < gapEnd)
    return fail({
      kind: 'too-soon',
      message: `Un message est parti à ce client le ${formatLongDay(addDays(gapEnd, -minimumGapDays))}\u00A0: répondez à sa demande depuis votre messagerie.`,
      written: message,
    });
  return ok({ proposal, message });
};

/** `mailto:` link that opens the message in the user's own mail program, within the 2,000 letters of a link. */
export const mailtoLink = ({ recipientEmail = '', subject, body }: ComposedMessage): string => {
  const head = `mailto:${encodeURIComponent(recipientEmail).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}`;
  const full = `${head}&body=${encodeURIComponent(body)}`;
  return full.length <= 2000 ? full : head;
};
