import { caseOutcomeNames, procedureNames } from '../../../shared/cases/case-names.ts';
import { waitingReminders, withdrawals, withdrawnCount } from '../../../shared/claims/waiting-reminders.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import {
  type Command,
  type CommandContext,
  type Decision,
  put,
  type Refusal,
  type RowWrite,
} from '../../../shared/ledger/decision.ts';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { CaseDates, CaseFacts, LegalCase, ProcedureKind } from '../../../shared/ledger/legal-case.ts';
import { type Cents, zeroCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

const gone: Refusal = { kind: 'no-case', message: 'Ce dossier n’existe plus.' };
const isClosed: Refusal = { kind: 'closed', message: 'Ce dossier est clos.' };
const future: Refusal = { kind: 'future', message: 'Cette date est dans le futur.' };

const longest = 2000;
const trimmed = (text: string): string => text.trim().slice(0, longest);

/** A case that is not closed, or why it cannot be changed. */
const openedCase = (ledger: Ledger, caseId: string): Result<LegalCase, Refusal> => {
  const found = ledger.legalCases.get(caseId);
  if (!found) return fail(gone);
  return found.closed ? fail(isClosed) : ok(found);
};

const nameOf = (ledger: Ledger, { clientId }: LegalCase): string =>
  ledger.clients.get(clientId)?.name ?? 'un client effacé';

const changed = (
  command: string,
  label: string,
  legalCase: LegalCase,
  others: readonly RowWrite[] = [],
): Result<Decision, Refusal> =>
  ok({
    command,
    label,
    clientId: legalCase.clientId,
    undo: 'allowed',
    writes: [put('legalCases', legalCase), ...others],
  });

/** Opens a « dossier contentieux » on open invoices of one client; nothing stops before it is filed at court. */
export const openCase: Command<{ readonly clientId: string; readonly invoiceIds: readonly string[] }> = (
  ledger,
  wish,
  context,
) => {
  const client = ledger.clients.get(wish.clientId);
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  const invoiceIds = [...new Set(wish.invoiceIds)];
  if (invoiceIds.length === 0)
    return fail({ kind: 'no-invoice', message: 'Choisissez au moins une facture.' });
  for (const id of invoiceIds) {
    const invoice = ledger.invoices.get(id);
    if (!invoice || invoice.clientId !== client.id || invoice.kind !== 'invoice')
      return fail({ kind: 'no-invoice', message: 'Cette facture n’existe plus.' });
    if (remainingCents(ledger, id) <= 0)
      return fail({ kind: 'settled', message: `La facture ${invoice.number} est déjà soldée.` });
  }
  const chosen = new Set(invoiceIds);
  for (const known of ledger.legalCases.values())
    if (!known.closed && known.invoiceIds.some((id) => chosen.has(id)))
      return fail({ kind: 'known', message: 'Un dossier est déjà ouvert sur une de ces factures.' });
  return changed('open-case', `Dossier contentieux ouvert pour ${client.name}`, {
    id: context.newId(),
    clientId: client.id,
    invoiceIds,
    openedOn: context.today,
    facts: {},
    costsCents: zeroCents,
    note: '',
    documents: [],
  });
};

/** Answers to what the law asks; an answer that is undefined takes the earlier one back. */
export const answerCaseFacts: Command<{ readonly caseId: string; readonly facts: CaseFacts }> = (
  ledger,
  { caseId, facts },
) => {
  const found = openedCase(ledger, caseId);
  if (!found.ok) return found;
  const merged = Object.fromEntries(
    Object.entries({ ...found.value.facts, ...facts }).filter(([, answer]) => answer !== undefined),
  ) as CaseFacts;
  return changed('answer-case-facts', `Conditions du dossier de ${nameOf(ledger, found.value)} précisées`, {
    ...found.value,
    facts: merged,
  });
};

/** Chooses the procedure; undefined = not decided any more. Refused once the case is filed. */
export const chooseProcedure: Command<{
  readonly caseId: string;
  readonly procedure: ProcedureKind | undefined;
}> = (ledger, { caseId, procedure }) => {
  const found = openedCase(ledger, caseId);
  if (!found.ok) return found;
  if (found.value.filedOn !== undefined)
    return fail({ kind: 'filed', message: 'Le dossier est déposé\u00A0: annulez d’abord le dépôt.' });
  const { procedure: _before, ...kept } = found.value;
  return changed(
    'choose-procedure',
    procedure === undefined
      ? `Procédure du dossier de ${nameOf(ledger, found.value)} à choisir`
      : `${procedureNames[procedure]} choisie pour ${nameOf(ledger, found.value)}`,
    procedure === undefined ? kept : { ...kept, procedure },
  );
};

const withCourt = (
  { courtName: _name, courtReference: _reference, ...kept }: LegalCase,
  name: string,
  reference: string,
): LegalCase => ({
  ...kept,
  ...(trimmed(name) === '' ? {} : { courtName: trimmed(name) }),
  ...(trimmed(reference) === '' ? {} : { courtReference: trimmed(reference) }),
});

/**
 * « Déposé »: the request is at court or with the commissaire de justice. In the same change every message
 * about the invoices that has not left is taken back; the caller then recalls the e-mails from main.
 */
export const fileCase: Command<{
  readonly caseId: string;
  readonly filedOn: Day;
  readonly courtName: string;
  readonly courtReference: string;
}> = (ledger, wish, context) => {
  const found = openedCase(ledger, wish.caseId);
  if (!found.ok) return found;
  if (found.value.procedure === undefined)
    return fail({ kind: 'no-procedure', message: 'Choisissez d’abord la procédure.' });
  if (wish.filedOn > context.today) return fail(future);
  if (trimmed(wish.courtName) === '')
    return fail({ kind: 'no-court', message: 'Indiquez le tribunal ou le commissaire de justice saisi.' });
  const stopped = waitingReminders(ledger, found.value.invoiceIds);
  const next = withCourt({ ...found.value, filedOn: wish.filedOn }, wish.courtName, wish.courtReference);
  return changed(
    'file-case',
    `Dossier de ${nameOf(ledger, next)} déposé le ${formatDay(wish.filedOn)}${withdrawnCount(stopped.length)}`,
    next,
    withdrawals(
      stopped,
      context.now,
      `Dossier déposé le ${formatDay(wish.filedOn)} (${next.courtName ?? ''})\u00A0: ces factures ne se relancent plus.`,
    ),
  );
};

/** Court, its reference and the user's note. */
export const describeCase: Command<{
  readonly caseId: string;
  readonly courtName: string;
  readonly courtReference: string;
  readonly note: string;
}> = (ledger, wish) => {
  const found = openedCase(ledger, wish.caseId);
  if (!found.ok) return found;
  const next = withCourt({ ...found.value, note: trimmed(wish.note) }, wish.courtName, wish.courtReference);
  return changed('describe-case', `Dossier de ${nameOf(ledger, next)} complété`, next);
};

/** Costs paid so far in all; 0 or more. */
export const setCaseCosts: Command<{ readonly caseId: string; readonly costsCents: Cents }> = (
  ledger,
  { caseId, costsCents },
) => {
  const found = openedCase(ledger, caseId);
  if (!found.ok) return found;
  if (costsCents < 0) return fail({ kind: 'negative', message: 'Les frais ne peuvent pas être négatifs.' });
  return changed(
    'set-case-costs',
    `Frais du dossier de ${nameOf(ledger, found.value)}\u00A0: ${formatAmount(costsCents)}`,
    { ...found.value, costsCents },
  );
};

const datesRefusal = (
  { filedOn }: LegalCase,
  dates: CaseDates,
  { today }: Pick<CommandContext, 'today'>,
): Refusal | undefined => {
  const all = Object.values(dates).filter((on): on is Day => on !== undefined);
  if (all.some((on) => on > today)) return future;
  if (filedOn !== undefined && all.some((on) => on < filedOn))
    return { kind: 'before-filing', message: `Ces dates suivent le dépôt du ${formatDay(filedOn)}.` };
  if (dates.orderOn !== undefined && dates.orderServedOn !== undefined && dates.orderServedOn < dates.orderOn)
    return { kind: 'served-too-early', message: 'La signification suit l’ordonnance.' };
  return undefined;
};

/** What happened at court, as it stands in whole: order, service, demand, record, opposition, title. */
export const setCaseDates: Command<{ readonly caseId: string; readonly dates: CaseDates }> = (
  ledger,
  { caseId, dates },
  context,
) => {
  const found = openedCase(ledger, caseId);
  if (!found.ok) return found;
  const refusal = datesRefusal(found.value, dates, context);
  if (refusal) return fail(refusal);
  const known = Object.fromEntries(Object.entries(dates).filter(([, on]) => on !== undefined)) as CaseDates;
  // A title gives the claim ten years (CPCEx L111-4): each invoice carries its day.
  const { titleOn } = known;
  const titled = found.value.invoiceIds.flatMap((id) => {
    const invoice = ledger.invoices.get(id);
    return invoice && titleOn !== undefined && invoice.titleOn !== titleOn
      ? [put('invoices', { ...invoice, titleOn })]
      : [];
  });
  return changed(
    'set-case-dates',
    titleOn === undefined
      ? `Suivi du dossier de ${nameOf(ledger, found.value)} mis à jour`
      : `Titre exécutoire du ${formatDay(titleOn)} contre ${nameOf(ledger, found.value)}`,
    { ...found.value, dates: known },
    titled,
  );
};

/** The order in which the user wants his pieces. */
export const orderPieces: Command<{ readonly caseId: string; readonly pieceIds: readonly string[] }> = (
  ledger,
  { caseId, pieceIds },
) => {
  const found = openedCase(ledger, caseId);
  if (!found.ok) return found;
  return changed('order-pieces', `Pièces du dossier de ${nameOf(ledger, found.value)} classées`, {
    ...found.value,
    pieceOrder: [...new Set(pieceIds)],
  });
};

/** A file was made of the case: its hash enters the journal with this change. */
export const keepCaseFile: Command<{ readonly caseId: string; readonly document: DocumentRef }> = (
  ledger,
  { caseId, document },
) => {
  const found = ledger.legalCases.get(caseId);
  if (!found) return fail(gone);
  return changed(
    'keep-case-file',
    `Dossier contentieux de ${nameOf(ledger, found)} créé (empreinte ${document.hash.slice(0, 12)}…)`,
    {
      ...found,
      documents: [...found.documents.filter(({ hash }) => hash !== document.hash), document],
    },
    [put('documents', document)],
  );
};

/** The end of a case; reminders go on where something is owed, unless a title was obtained. */
export const closeCase: Command<{
  readonly caseId: string;
  readonly on: Day;
  readonly outcome: NonNullable<LegalCase['closed']>['outcome'];
  readonly note: string;
}> = (ledger, { caseId, on, outcome, note }, context) => {
  const found = openedCase(ledger, caseId);
  if (!found.ok) return found;
  if (on > context.today) return fail(future);
  if (on < found.value.openedOn)
    return fail({ kind: 'too-early', message: 'La clôture suit l’ouverture du dossier.' });
  return changed(
    'close-case',
    `Dossier de ${nameOf(ledger, found.value)} clos\u00A0: ${caseOutcomeNames[outcome].toLowerCase()}`,
    { ...found.value, closed: { on, outcome, note: trimmed(note) } },
  );
};
