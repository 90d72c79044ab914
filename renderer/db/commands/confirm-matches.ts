import type { Command, Refusal } from '../../../shared/ledger/decision.ts';
import type { MatchTarget } from '../../../shared/matching/match-contract.ts';
import { cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { fail, ok } from '../../../shared/result.ts';
import { addMatch } from './add-match.ts';
import { type MatchDraft, newMatchDraft } from './match-draft.ts';

/** What the user confirmed of a movement. A deposit of several cheques has one for each client. */
export interface ConfirmedMatch {
  readonly movementId: string;
  readonly target: MatchTarget;
}

const changedSince: Refusal = {
  kind: 'changed-since',
  message:
    'Un de ces mouvements ou une de ces factures a changé entre-temps\u00A0: rien n’a été enregistré. Vérifiez les lignes cochées, puis confirmez de nouveau.',
};

const labelOf = (draft: MatchDraft): string => {
  const parts = [
    ...(draft.payments > 0
      ? [
          `${counted(draft.payments, 'encaissement rapproché', 'encaissements rapprochés')} (${formatAmount(cents(draft.receivedCents))})`,
        ]
      : []),
    ...(draft.collected.length > 1
      ? [counted(draft.collected.length, 'reversement de tiers', 'reversements de tiers')]
      : draft.collected),
    ...(draft.linked > 0
      ? [counted(draft.linked, 'paiement retrouvé au relevé', 'paiements retrouvés au relevé')]
      : []),
    ...(draft.returned > 0 ? [counted(draft.returned, 'paiement rejeté', 'paiements rejetés')] : []),
    ...(draft.setAside > 0
      ? [counted(draft.setAside, 'mouvement mis de côté', 'mouvements mis de côté')]
      : []),
    ...(draft.settledInvoices.size > 0
      ? [counted(draft.settledInvoices.size, 'facture soldée', 'factures soldées')]
      : []),
  ];
  return parts.join(', ');
};

/**
 * Confirms what movements of the bank are, all at once or not at all: payments with their allocations and
 * concessions, payments noted before that are linked, payments that came back, money set aside. What the
 * names and accounts of the payers teach is kept.
 */
export const confirmMatches: Command<{ readonly matches: readonly ConfirmedMatch[] }> = (
  ledger,
  { matches },
  context,
) => {
  if (matches.length === 0) return fail({ kind: 'nothing', message: 'Cochez au moins un mouvement.' });
  const draft = newMatchDraft(ledger, context);
  for (const { movementId, target } of matches) {
    const line = ledger.bankLines.get(movementId);
    if (!line || !addMatch(draft, line, target)) return fail(changedSince);
  }
  const [onlyClient, ...others] = draft.clientIds;
  return ok({
    command: 'confirm-matches',
    label: labelOf(draft),
    ...(onlyClient !== undefined && others.length === 0 && { clientId: onlyClient }),
    undo: 'allowed',
    writes: [...draft.rows.values()],
  });
};
