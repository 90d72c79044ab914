import { procedureNames } from '../../../shared/cases/case-names.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import { type Command, put } from '../../../shared/ledger/decision.ts';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import type { CaseFacts, ProcedureKind } from '../../../shared/ledger/legal-case.ts';
import { zeroCents } from '../../../shared/money/cents.ts';
import { fail } from '../../../shared/result.ts';
import { changed, gone, nameOf, openedCase } from './case-row.ts';

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
      : `Procédure choisie pour ${nameOf(ledger, found.value)}\u00A0: ${procedureNames[procedure]}`,
    procedure === undefined ? kept : { ...kept, procedure },
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
