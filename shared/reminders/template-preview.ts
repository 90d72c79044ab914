import type { Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Result } from '../result.ts';
import { messageValues } from './message-values.ts';
import type { Proposal } from './proposal.ts';
import { emailRecipient, letterAddressee } from './recipient.ts';
import { type RenderedText, renderTemplate, type TemplateFailure } from './render-template.ts';
import type { DunningStep } from './scenario.ts';
import { scenariosOf } from './scenario-choice.ts';
import type { MessageTemplate } from './template.ts';

/** The step that uses a template or, for the variant of a kind of debtor (`…-b2c`), the template it varies. */
export const stepUsing = (ledger: Ledger, templateId: string): DunningStep | undefined => {
  for (const scenario of scenariosOf(ledger).values())
    for (const step of scenario.steps)
      if (step.templateId === templateId || templateId.startsWith(`${step.templateId}-`)) return step;
  return undefined;
};

/**
 * A template as typed, for the client of a proposal: written as if its own step were due today for the
 * invoices of that proposal. Fails as the message itself would.
 */
export const previewTemplate = (
  ledger: Ledger,
  template: Pick<MessageTemplate, 'id' | 'subject' | 'body'>,
  proposal: Proposal,
  today: Day,
): Result<RenderedText, TemplateFailure> => {
  const client = ledger.clients.get(proposal.clientId);
  const step = stepUsing(ledger, template.id) ?? proposal.step;
  if (client === undefined) return renderTemplate(template, {});
  const recipientName =
    step.channel === 'email'
      ? (emailRecipient(client, step.recipientRole)?.name ?? '')
      : letterAddressee(client, step.recipientRole);
  const asIfDue: Proposal = { ...proposal, step, channel: step.channel, level: step.level };
  return renderTemplate(template, messageValues(ledger, asIfDue, client, recipientName, today));
};
