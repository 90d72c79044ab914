import { waitingReminders, withdrawals, withdrawnCount } from '../../../shared/claims/waiting-reminders.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import { type HandoverOutcome, handoverOutcomeNames } from '../../../shared/ledger/collector-names.ts';
import { type Command, put, type Refusal } from '../../../shared/ledger/decision.ts';
import type { Handover } from '../../../shared/ledger/handover.ts';
import { type HandoverTerms, handoverChanges } from '../../../shared/ledger/handover-changes.ts';
import { handoverFigures } from '../../../shared/ledger/handover-figures.ts';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { sumCents } from '../../../shared/money/cents.ts';
import { isHandoverOpen } from '../../../shared/reminders/third-party-block.ts';
import { fail, ok } from '../../../shared/result.ts';
import { cleaned, longestNote, termsRefusal } from './handover-terms.ts';

const gone: Refusal = { kind: 'no-invoice', message: 'Cette facture n’existe plus.' };
const ended: Refusal = { kind: 'ended', message: 'Ce dossier est déjà revenu.' };

/** What the user says when he gives invoices to a third party. */
export interface HandoverWish extends HandoverTerms {
  readonly invoiceIds: readonly string[];
}

/**
 * « Confier à un tiers »: gives open invoices of one client to a collector and, in the same change, takes back
 * every message about them that has not left. Undo takes the hand-over off and leaves the messages withdrawn,
 * so that they are proposed again. The caller then recalls the e-mails from main.
 */
export const handOver: Command<HandoverWish> = (ledger, wish, context) => {
  const invoiceIds = [...new Set(wish.invoiceIds)];
  const first = ledger.invoices.get(invoiceIds[0] ?? '');
  if (!first || invoiceIds.some((id) => ledger.invoices.get(id)?.clientId !== first.clientId))
    return fail(gone);
  const collector = cleaned(wish.collector);
  const wrong = termsRefusal({ ...wish, collector }, context.today);
  if (wrong) return fail(wrong);
  for (const id of invoiceIds) {
    const invoice = ledger.invoices.get(id);
    if (remainingCents(ledger, id) <= 0)
      return fail({ kind: 'settled', message: `La facture ${invoice?.number ?? ''} est déjà soldée.` });
    if (invoice?.factor !== undefined)
      return fail({
        kind: 'factored',
        message: `La facture ${invoice.number} est cédée à un factor\u00A0: lui seul peut la recouvrer.`,
      });
  }
  const given = new Set(invoiceIds);
  for (const known of ledger.handovers.values())
    if (isHandoverOpen(known, context.today) && known.invoiceIds.some((id) => given.has(id)))
      return fail({
        kind: 'already-handed-over',
        message: `Une de ces factures est déjà confiée à ${known.collector.name}.`,
      });
  const reference = wish.reference?.trim() ?? '';
  const stopped = waitingReminders(ledger, invoiceIds);
  return ok({
    command: 'hand-over',
    label: `${invoiceIds.length === 1 ? `Facture ${first.number} confiée` : `${invoiceIds.length} factures confiées`} à ${collector.name}${withdrawnCount(stopped.length)}`,
    clientId: first.clientId,
    undo: 'allowed',
    writes: [
      put('handovers', {
        id: context.newId(),
        clientId: first.clientId,
        invoiceIds,
        collector,
        handedOverOn: wish.handedOverOn,
        claimCents: sumCents(invoiceIds.map((id) => remainingCents(ledger, id))),
        fee: wish.fee,
        ...(reference === '' ? {} : { reference }),
        note: wish.note.trim(),
        documents: [],
      }),
      ...withdrawals(
        stopped,
        context.now,
        `Dossier confié à ${collector.name} le ${formatDay(wish.handedOverOn)}\u00A0: ces factures ne se relancent plus.`,
      ),
    ],
  });
};

/** A report or a call of the collector on a day, today where none is given. */
export const noteHandoverNews: Command<{ readonly handoverId: string; readonly on?: Day | undefined }> = (
  ledger,
  { handoverId, on },
  context,
) => {
  const handover = ledger.handovers.get(handoverId);
  if (!handover || handover.ended !== undefined) return fail(ended);
  const heardOn = on ?? context.today;
  if (heardOn > context.today || heardOn < handover.handedOverOn)
    return fail({ kind: 'day', message: 'Cette date n’est pas entre la remise du dossier et aujourd’hui.' });
  return ok({
    command: 'note-handover-news',
    label: `Nouvelles de ${handover.collector.name} notées`,
    clientId: handover.clientId,
    undo: 'allowed',
    writes: [put('handovers', { ...handover, lastNewsOn: heardOn })],
  });
};

/** The first day on which something came of it: news, money, the end. */
const firstEventOn = (ledger: Ledger, { id, lastNewsOn, ended }: Handover): Day | undefined =>
  [
    ...(lastNewsOn === undefined ? [] : [lastNewsOn]),
    ...(ended === undefined ? [] : [ended.on]),
    ...[...ledger.payments.values()].flatMap(({ collected, receivedOn }) =>
      collected?.handoverId === id ? [receivedOn] : [],
    ),
  ].sort()[0];

/**
 * Corrects what was agreed with a third party: who it is, since when, his reference, his fee. What was passed on
 * already stays as it was recorded. The journal names what changed.
 */
export const changeHandover: Command<{ readonly handoverId: string } & HandoverTerms> = (
  ledger,
  { handoverId, ...wish },
  context,
) => {
  const handover = ledger.handovers.get(handoverId);
  if (!handover) return fail({ kind: 'no-handover', message: 'Ce dossier n’existe plus.' });
  const reference = wish.reference?.trim() ?? '';
  const terms: HandoverTerms = {
    collector: cleaned(wish.collector),
    handedOverOn: wish.handedOverOn,
    fee: wish.fee,
    ...(reference === '' ? {} : { reference }),
    note: wish.note.trim(),
  };
  const wrong = termsRefusal(terms, context.today);
  if (wrong) return fail(wrong);
  const first = firstEventOn(ledger, handover);
  if (first !== undefined && terms.handedOverOn > first)
    return fail({
      kind: 'too-late',
      message: `Le dossier était déjà confié le ${formatDay(first)}.`,
    });
  const changes = handoverChanges(handover, terms);
  if (changes.length === 0) return fail({ kind: 'unchanged', message: 'Rien n’a changé.' });
  const { reference: _before, ...kept } = handover;
  return ok({
    command: 'change-handover',
    label: `Dossier confié à ${handover.collector.name} modifié\u00A0: ${changes.join(', ')}`,
    clientId: handover.clientId,
    undo: 'allowed',
    writes: [put('handovers', { ...kept, ...terms })],
  });
};

/** Keeps a file with the hand-over: the mandate as signed, a report. */
export const addHandoverDocument: Command<{
  readonly handoverId: string;
  readonly document: DocumentRef;
}> = (ledger, { handoverId, document }) => {
  const handover = ledger.handovers.get(handoverId);
  if (!handover) return fail({ kind: 'no-handover', message: 'Ce dossier n’existe plus.' });
  if (handover.documents.some(({ hash }) => hash === document.hash))
    return fail({ kind: 'known', message: 'Ce fichier est déjà joint au dossier.' });
  return ok({
    command: 'add-handover-document',
    label: `«\u00A0${document.name}\u00A0» joint au dossier confié à ${handover.collector.name}`,
    clientId: handover.clientId,
    undo: 'allowed',
    writes: [
      put('documents', document),
      put('handovers', { ...handover, documents: [...handover.documents, document] }),
    ],
  });
};

/** The file comes back: reminders go on where something is still owed. Undo gives it to the collector again. */
export const endHandover: Command<{
  readonly handoverId: string;
  readonly on: Day;
  readonly outcome: HandoverOutcome;
  readonly note: string;
}> = (ledger, wish, context) => {
  const handover = ledger.handovers.get(wish.handoverId);
  if (!handover || handover.ended !== undefined) return fail(ended);
  if (wish.on > context.today)
    return fail({ kind: 'future', message: 'La date de retour est dans le futur.' });
  if (wish.on < handover.handedOverOn)
    return fail({ kind: 'too-early', message: 'Le retour suit la remise du dossier.' });
  const { recoveredCents, feeCents } = handoverFigures(ledger, handover);
  return ok({
    command: 'end-handover',
    label: `Dossier confié à ${handover.collector.name} revenu\u00A0: ${handoverOutcomeNames[wish.outcome]}`,
    clientId: handover.clientId,
    undo: 'allowed',
    writes: [
      put('handovers', {
        ...handover,
        ended: {
          on: wish.on,
          outcome: wish.outcome,
          recoveredCents,
          feeCents,
          note: wish.note.trim().slice(0, longestNote),
        },
      }),
    ],
  });
};
