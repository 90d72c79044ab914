import type { Change } from '../../../shared/ledger/change.ts';
import type { Command } from '../../../shared/ledger/decision.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { fail, ok } from '../../../shared/result.ts';
import { importUndoReview } from './import-undo-review.ts';
import { breachOf } from './undo-breach.ts';

export interface UndoImportWish {
  /** The pages of the import, as the journal holds them. */
  readonly pages: readonly Change[];
  /** The user has seen what stays because it was used since, and wants the rest taken back. */
  readonly keepUsed: boolean;
}

const nbsp = '\u00a0';

/**
 * Takes a whole import back, as a change of its own that can be undone in turn. Rows used since stay, with
 * what they rest on: without `keepUsed` it is refused then, and nothing changes.
 */
export const undoImport: Command<UndoImportWish> = (ledger, { pages, keepUsed }) => {
  const first = pages[0];
  if (!first || pages.length !== first.pages)
    return fail({ kind: 'incomplete', message: 'Cet import n’est plus complet dans le journal.' });
  const { writes, kept, removedInvoices } = importUndoReview(ledger, pages);
  if (kept.length > 0 && !keepUsed)
    return fail({
      kind: 'in-use',
      message: `${counted(kept.length, 'élément de cet import a', 'éléments de cet import ont')} servi depuis.`,
    });
  if (writes.every(({ table }) => table === 'imports') && (kept.length > 0 || writes.length === 0))
    return fail({
      kind: 'nothing-left',
      message:
        'Il n’y a rien à retirer\u202f: tout ce que cet import a créé a servi depuis, ou n’est plus là.',
    });
  if (breachOf(ledger, writes) !== undefined)
    return fail({
      kind: 'in-use',
      message: 'Cet import ne peut plus être annulé\u00a0: des éléments plus récents en dépendent.',
    });
  return ok({
    command: 'undo-import',
    label:
      kept.length === 0
        ? `Annulé${nbsp}: ${first.label}`
        : `${first.label.replace(/\u00a0:.*$/su, '')} annulé en partie${nbsp}: ${counted(
            removedInvoices,
            'facture retirée',
            'factures retirées',
          )}, ${counted(kept.length, 'élément conservé', 'éléments conservés')}`,
    undo: 'allowed',
    ...(kept.length === 0 && { undoes: first.groupSequence }),
    writes,
  });
};
