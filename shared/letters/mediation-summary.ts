import { disputedPartOf } from '../claims/disputed-part.ts';
import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { formatSiren } from '../identifiers/siren.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { balancesAsOf } from '../ledger/balance.ts';
import type { Client } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Piece } from '../ledger/piece.ts';
import { waitingCredits } from '../ledger/receipts.ts';
import type { CompanySettings } from '../ledger/settings.ts';
import { clientTimeline } from '../ledger/timeline.ts';
import type { TimelineEvent } from '../ledger/timeline-entry.ts';
import { disputeReasonNames, reminderName } from '../ledger/timeline-title.ts';
import { formatAmount } from '../money/format-amount.ts';
import { fail, ok, type Result } from '../result.ts';
import { internalPaper } from './internal-paper.ts';

/** What a mediator needs of the history: what was done and said, not the user's own housekeeping. */
const tells = (event: TimelineEvent): boolean => {
  switch (event.kind) {
    case 'invoice':
    case 'credit-note':
    case 'payment':
    case 'dispute-opened':
    case 'dispute-resolved':
    case 'promise':
    case 'promise-broken':
    case 'plan':
    case 'plan-ended':
    case 'forfeiture-notice':
    case 'handed-over':
    case 'handover-ended':
      return true;
    case 'email':
    case 'letter':
      return event.reminder.state.kind === 'accepted' || event.reminder.state.kind === 'posted';
    default:
      return false;
  }
};

const ofInvoices = (event: TimelineEvent, wanted: ReadonlySet<string>): boolean => {
  switch (event.kind) {
    case 'invoice':
      return wanted.has(event.invoice.id);
    case 'credit-note':
    case 'payment':
      return event.allocations.some(({ invoiceId }) => wanted.has(invoiceId));
    case 'email':
    case 'letter':
      return event.reminder.lines.some(({ invoiceId }) => wanted.has(invoiceId));
    case 'dispute-opened':
    case 'dispute-resolved':
      return wanted.has(event.dispute.invoiceId);
    case 'promise':
    case 'promise-broken':
      return event.promise.invoiceIds.some((id) => wanted.has(id));
    case 'plan':
    case 'plan-ended':
    case 'forfeiture-notice':
      return event.plan.invoiceIds.some((id) => wanted.has(id));
    case 'handed-over':
    case 'handover-ended':
      return event.handover.invoiceIds.some((id) => wanted.has(id));
    default:
      return false;
  }
};

/** A message may have claimed other invoices as well: its amount is none of the mediator’s business. */
const factOf = (title: string, event: TimelineEvent): string =>
  event.kind === 'email' || event.kind === 'letter' ? reminderName(event.reminder) : title;

const copiesOf = (numbers: readonly string[]): string =>
  numbers.length === 1
    ? `Copie de la facture ${numbers[0]}`
    : `Copie des factures ${numbers.slice(0, 12).join(', ')}${numbers.length > 12 ? ` et ${numbers.length - 12} autres` : ''}`;

/** What is in the ledger, then what the user has to put to it by hand: a copy that Acquit does not have, the statement. */
const enclosuresOf = (invoices: readonly Invoice[], pieces: readonly Piece[]): readonly string[] => {
  const numbersWhere = (hasCopy: boolean): readonly string[] =>
    invoices
      .filter(({ documentHash }) => (documentHash !== undefined) === hasCopy)
      .map(({ number }) => number);
  const [held, missing] = [numbersWhere(true), numbersWhere(false)];
  return [
    ...(held.length === 0 ? [] : [copiesOf(held)]),
    ...pieces.map(({ title }) => title),
    ...(missing.length === 0 ? [] : [`${copiesOf(missing)} (à\u00A0joindre)`]),
    'Relevé de compte (à\u00A0joindre)',
  ];
};

/** Facts told one by one; older ones are counted, so that the paper keeps to two pages. */
const factsAtMost = 20;

const chronology = (
  ledger: Ledger,
  client: Client,
  wanted: ReadonlySet<string>,
  today: Day,
): readonly string[] => {
  const facts = clientTimeline(ledger, client.id, today)
    .filter(({ on, event }) => on <= today && tells(event) && ofInvoices(event, wanted))
    .map(({ on, title, event }) => `${formatDay(on)}\u00A0: ${factOf(title, event)}.`);
  const left = facts.length - factsAtMost;
  const told = facts.slice(0, factsAtMost).reverse();
  return left > 0
    ? [
        `${left === 1 ? 'Un fait plus ancien n’est pas repris' : `${left} faits plus anciens ne sont pas repris`} ici.`,
        ...told,
      ]
    : told;
};

const party = (client: Client): string =>
  [
    client.name,
    ...(client.siren === undefined ? [] : [`SIREN\u00A0${formatSiren(client.siren)}`]),
    ...(client.address === undefined
      ? []
      : [...client.address.lines, `${client.address.postcode} ${client.address.city}`.trim()]),
  ]
    .filter((part) => part.trim() !== '')
    .join(', ');

/** The legal form once, where the name does not hold it. */
const creditor = ({ name, legalForm, siren }: CompanySettings): string =>
  [
    name,
    name.toLowerCase().split(/\s+/u).includes(legalForm.trim().toLowerCase()) ? '' : legalForm,
    siren === '' ? '' : `SIREN\u00A0${formatSiren(siren)}`,
  ]
    .filter((part) => part.trim() !== '')
    .join(', ');

/** What the client's account holds in his favour, set against no invoice yet; undefined where nothing is. */
const waitingLine = (ledger: Ledger, clientId: string, today: Day): string | undefined => {
  const waiting = waitingCredits(ledger).filter(
    (credit) => credit.clientId === clientId && credit.on <= today,
  );
  if (waiting.length === 0) return undefined;
  const named = waiting.map(({ source, on, leftCents }) =>
    source.kind === 'credit-note'
      ? `avoir ${source.creditNote.number} du ${formatDay(on)} (${formatAmount(leftCents)})`
      : `règlement du ${formatDay(on)} (${formatAmount(leftCents)})`,
  );
  return `Pas encore imputé sur une facture, en faveur du débiteur\u00A0: ${named.join(', ')}.`;
};

const addressee = (client: Client, consumerMediator: string): readonly string[] =>
  client.regime === 'b2c'
    ? consumerMediator
        .split(/\r\n|\r|\n/u)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .slice(0, 6)
    : ['Médiateur des entreprises'];

/**
 * « Synthèse pour le médiateur »: parties, what is undisputed and what is contested, the facts in order, what
 * was tried, documents. For the médiateur des entreprises (B2B, public buyers), or for the consumer's mediator
 * that the company has named (C. consom. L616-1).
 * @param invoiceIds invoices of the client that it is about.
 */
export const mediationSummary = (
  ledger: Ledger,
  clientId: string,
  invoiceIds: readonly string[],
  today: Day,
): Result<
  LetterModel,
  { readonly kind: 'no-client' | 'no-invoice' | 'no-mediator'; readonly message: string }
> => {
  const client = ledger.clients.get(clientId);
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  const company = settingsOf(ledger, 'company');
  const { remainingByInvoice } = balancesAsOf(ledger, today);
  const rows = invoiceIds.flatMap((id) => {
    const invoice = ledger.invoices.get(id);
    const owed = Math.max(0, remainingByInvoice.get(id) ?? 0);
    return invoice?.clientId === clientId && owed > 0 ? [{ invoice, owed }] : [];
  });
  if (rows.length === 0)
    return fail({
      kind: 'no-invoice',
      message: 'Rien n’est dû sur ces factures\u00A0: il n’y a pas de litige à exposer.',
    });
  const recipient = addressee(client, company.consumerMediator ?? '');
  if (recipient.length === 0)
    return fail({
      kind: 'no-mediator',
      message: 'Indiquez le médiateur de la consommation dont vous relevez, dans Réglages › Société.',
    });
  const contested = rows.reduce(
    (sum, { invoice, owed }) => sum + disputedPartOf(ledger, invoice.id, owed, today),
    0,
  );
  const owed = rows.reduce((sum, row) => sum + row.owed, 0);
  const wanted = new Set(rows.map(({ invoice }) => invoice.id));
  const disputes = [...ledger.disputes.values()].filter(
    ({ invoiceId, resolvedOn }) => wanted.has(invoiceId) && resolvedOn === undefined,
  );
  const pieces = [...ledger.pieces.values()].filter(
    ({ clientId: owner, invoiceId }) =>
      owner === clientId && (invoiceId === undefined || wanted.has(invoiceId)),
  );
  const facts = chronology(ledger, client, wanted, today);
  const waiting = waitingLine(ledger, clientId, today);
  return ok(
    internalPaper(company, {
      id: `mediation-${clientId}`,
      writtenOn: today,
      recipient,
      subject: `Synthèse pour le médiateur\u00A0: ${company.name} et ${client.name}`,
      before: [
        `Créancier\u00A0: ${creditor(company)}.\nDébiteur\u00A0: ${party(client)}.`,
        `Il reste dû ${formatAmount(owed)}, dont ${formatAmount(contested)} contestés et ${formatAmount(owed - contested)} qui ne le sont pas.`,
        ...(waiting === undefined ? [] : [waiting]),
        ...disputes.map(
          (dispute) =>
            `Contestation du ${formatDay(dispute.openedOn)} sur la facture ${ledger.invoices.get(dispute.invoiceId)?.number ?? ''}, ${disputeReasonNames[dispute.reason]}${dispute.disputedCents === undefined ? ' (toute la facture)' : ` (${formatAmount(dispute.disputedCents)})`}${dispute.note === '' ? '.' : `\u00A0: ${dispute.note}`}`,
        ),
      ],
      blocks: [
        {
          kind: 'invoices',
          title: '',
          rows: rows.map(({ invoice, owed: owedCents }) => ({
            number: invoice.number.slice(0, 100),
            issuedOn: invoice.issuedOn,
            ...(invoice.dueOn === undefined ? {} : { dueOn: invoice.dueOn }),
            totalCents: invoice.totalCents,
            owedCents,
          })),
        },
        { kind: 'total', label: 'Non contesté', cents: owed - contested },
        { kind: 'total', label: 'Contesté', cents: contested },
      ],
      after: [
        'Les faits, dans l’ordre, et ce qui a été tenté\u00A0:',
        ...facts,
        'La médiation suspend la prescription à partir de l’accord des parties ou de la première réunion\u202F; il reste ensuite au moins six mois (Code civil, art. 2238).',
      ],
      enclosures: enclosuresOf(
        rows.map(({ invoice }) => invoice),
        pieces,
      ),
    }),
  );
};
