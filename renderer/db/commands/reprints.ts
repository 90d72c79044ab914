import type { Command } from '../../../shared/ledger/decision.ts';
import { writePageRanges } from '../../../shared/letters/page-ranges-text.ts';
import { counted, formatCount } from '../../../shared/money/format-count.ts';
import { fail, ok } from '../../../shared/result.ts';

/** Pages that the printer spoiled, printed once more before the batch is confirmed: no duplicate. */
export const recordReprint: Command<{ readonly pages: readonly number[]; readonly pageCount: number }> = (
  _ledger,
  { pages, pageCount },
) =>
  pages.length === 0
    ? fail({ kind: 'no-pages', message: 'Choisissez au moins une page à réimprimer.' })
    : ok({
        command: 'record-reprint',
        label:
          pages.length > 1
            ? `${formatCount(pages.length)} pages réimprimées (${writePageRanges(pages)} sur ${formatCount(pageCount)})`
            : `Page ${pages[0]} réimprimée (sur ${formatCount(pageCount)})`,
        undo: 'refused',
        writes: [],
      });

/** A second print of a letter that had been printed well, stamped « DUPLICATA ». */
export const recordDuplicate: Command<{ readonly reminderId: string }> = (ledger, { reminderId }) => {
  const letter = ledger.reminders.get(reminderId) ?? ledger.letters.get(reminderId);
  if (!letter) return fail({ kind: 'no-letter', message: 'Ce courrier n’existe plus.' });
  const name = ledger.clients.get(letter.clientId)?.name ?? '';
  return ok({
    command: 'record-duplicate',
    label: `Duplicata du courrier à ${name} imprimé`,
    clientId: letter.clientId,
    undo: 'refused',
    writes: [],
  });
};

/** The list that goes with a batch to the post office, kept as proof. */
export const recordDepositList: Command<{
  readonly hash: string;
  readonly name: string;
  readonly letters: number;
}> = (_ledger, { hash, name, letters }) =>
  ok({
    command: 'record-deposit-list',
    label: `Bordereau de dépôt de ${counted(letters, 'pli', 'plis')} préparé`,
    undo: 'refused',
    writes: [{ table: 'documents', key: hash, after: { hash, name, mediaType: 'application/pdf' } }],
  });
