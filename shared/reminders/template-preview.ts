import { type Day, daysBetween } from '../dates/day.ts';
import { regimeRules } from '../law/regime.ts';
import { currentBalances } from '../ledger/balance.ts';
import type { Client } from '../ledger/client.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { cents, sumCents } from '../money/cents.ts';
import type { Result } from '../result.ts';
import { claimOf } from './claim.ts';
import { frenchId, templateLanguage } from './message-language.ts';
import { messageValues } from './message-values.ts';
import type { Proposal, ProposalLine } from './proposal.ts';
import { emailRecipient, letterAddressee } from './recipient.ts';
import { type RenderedText, renderTemplate, type TemplateFailure } from './render-template.ts';
import type { DunningStep } from './scenario.ts';
import { scenarioOf, scenariosOf } from './scenario-choice.ts';
import type { MessageTemplate } from './template.ts';
import { templateById, variantId } from './template-choice.ts';

/**
 * The step that uses a template or, for the variant of a kind of debtor (`…-b2c`) and for an English text, the
 * template it stands for.
 */
export const stepUsing = (ledger: Ledger, templateId: string): DunningStep | undefined => {
  const id = frenchId(templateId);
  for (const scenario of scenariosOf(ledger).values())
    for (const step of scenario.steps)
      if (step.templateId === id || id.startsWith(`${step.templateId}-`)) return step;
  return undefined;
};

/** True for a client that this very text would be written to. */
const isFor = (ledger: Ledger, templateId: string, client: Client): boolean => {
  const id = frenchId(templateId);
  if (templateLanguage(templateId) === 'en' && client.language !== 'en') return false;
  return id.endsWith(`-${client.regime}`) || templateById(ledger, variantId(id, client.regime)) === undefined;
};

/** False for the variant of another kind of debtor. */
const mattersFor = (templateId: string, client: Client): boolean => {
  const regime = Object.keys(regimeRules).find((one) => frenchId(templateId).endsWith(`-${one}`));
  return regime === undefined || client.regime === regime;
};

/** A client on whom a text can be tried. */
export interface PreviewClient {
  readonly clientId: string;
  readonly name: string;
  /** A reminder to him is proposed today. */
  readonly isDue: boolean;
  /** The text would be written to him: his kind of debtor, his language. */
  readonly fits: boolean;
}

/** Clients who owe something: those whom the text is for first, then those due today, then by name. */
export const previewClients = (
  ledger: Ledger,
  templateId: string,
  proposals: readonly Proposal[],
): readonly PreviewClient[] => {
  const due = new Set(proposals.map(({ clientId }) => clientId));
  const owing = new Set<string>();
  for (const [invoiceId, openCents] of currentBalances(ledger).remainingByInvoice) {
    const clientId = openCents > 0 ? ledger.invoices.get(invoiceId)?.clientId : undefined;
    if (clientId !== undefined) owing.add(clientId);
  }
  const clients: PreviewClient[] = [];
  for (const clientId of owing) {
    const client = ledger.clients.get(clientId);
    if (client !== undefined)
      clients.push({
        clientId,
        name: client.name,
        isDue: due.has(clientId),
        fits: mattersFor(templateId, client) && isFor(ledger, templateId, client),
      });
  }
  const rank = ({ fits, isDue }: PreviewClient): number => (fits ? 0 : 2) + (isDue ? 0 : 1);
  return clients.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'fr'));
};

/** Open invoices of a client as a message would claim them: the late ones where there are some, one currency. */
const linesOf = (
  ledger: Ledger,
  clientId: string,
  step: DunningStep,
  today: Day,
): readonly ProposalLine[] => {
  const lines: ProposalLine[] = [];
  for (const [invoiceId, openCents] of currentBalances(ledger).remainingByInvoice) {
    const invoice = ledger.invoices.get(invoiceId);
    // Nobody is reminded of an invoice whose due date is not known.
    if (invoice?.dueOn === undefined || invoice.clientId !== clientId || openCents <= 0) continue;
    const claim = claimOf(ledger, invoiceId, today);
    if (claim.claimedCents > 0)
      lines.push({
        invoice,
        step,
        remainingCents: claim.claimedCents,
        disputedCents: claim.disputedCents,
        creditedCents: claim.creditedCents,
        daysLate: daysBetween(invoice.dueOn, today),
      });
  }
  const late = lines.filter(({ daysLate }) => daysLate > 0);
  const chosen = (late.length > 0 ? late : lines).sort((a, b) => b.daysLate - a.daysLate);
  return chosen.filter(({ invoice }) => invoice.currency === chosen[0]?.invoice.currency);
};

/**
 * What a client would be asked for today: the proposal of the day, or else all that is late, or open. For
 * looking only: it is planned nowhere. Undefined for a client who owes nothing that may be claimed.
 */
export const previewProposal = (
  ledger: Ledger,
  clientId: string,
  templateId: string,
  today: Day,
  proposals: readonly Proposal[],
): Proposal | undefined => {
  const planned = proposals.find((proposal) => proposal.clientId === clientId);
  if (planned !== undefined) return planned;
  const client = ledger.clients.get(clientId);
  if (client === undefined) return undefined;
  const scenario = scenarioOf(ledger, client);
  const step = stepUsing(ledger, templateId) ?? scenario.steps[0];
  if (step === undefined) return undefined;
  const lines = linesOf(ledger, clientId, step, today);
  const [first] = lines;
  if (first === undefined) return undefined;
  return {
    id: `preview-${clientId}`,
    clientId,
    scenario,
    step,
    channel: step.channel,
    level: step.level,
    lines,
    totalCents: cents(sumCents(lines.map(({ remainingCents }) => remainingCents))),
    currency: first.invoice.currency,
    plannedOn: today,
    stepCount: lines.length,
    automatic: false,
    firstTime: false,
    attempt: 1,
    reason: '',
    warnings: [],
  };
};

/** A proposal as if the step that uses a template were due; its own step where none does. */
export const asIfDue = (ledger: Ledger, templateId: string, proposal: Proposal): Proposal => {
  const step = stepUsing(ledger, templateId) ?? proposal.step;
  return { ...proposal, step, channel: step.channel, level: step.level };
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
  if (client === undefined) return renderTemplate(template, {});
  const due = asIfDue(ledger, template.id, proposal);
  const recipientName =
    due.channel === 'email'
      ? (emailRecipient(client, due.step.recipientRole)?.name ?? '')
      : letterAddressee(client, due.step.recipientRole);
  return renderTemplate(
    template,
    messageValues(ledger, due, client, recipientName, today, templateLanguage(template.id)),
  );
};
