import { caseOutcomeNames } from '../../../shared/cases/case-names.ts';
import { waitingReminders, withdrawals, withdrawnCount } from '../../../shared/claims/waiting-reminders.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { type Command, type CommandContext, put, type Refusal } from '../../../shared/ledger/decision.ts';
import type { CaseDates, LegalCase } from '../../../shared/ledger/legal-case.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { fail } from '../../../shared/result.ts';
import { changed, future, nameOf, openedCase, trimmed } from './case-row.ts';

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
