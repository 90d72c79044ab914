import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import type { Dispatch } from '../ledger/dispatch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { meaningFacts } from '../letters/dispatch-facts.ts';
import { meaningOf } from '../letters/dispatch-meaning.ts';
import { modeFacts, modeOf } from '../letters/dispatch-mode.ts';
import { dispatchSteps } from '../letters/dispatch-steps.ts';
import {
  dispatchOf,
  invoiceIdsOf,
  isNotice,
  letterName,
  type PaperLetter,
  paperLetters,
  printedPdfOf,
  proofsOf,
} from '../letters/paper-letter.ts';
import type { PieceNumbers } from './case-file-entry.ts';
import type { PaperBlock, PaperField } from './case-paper.ts';

/** A letter that went out, with its chain of proof. */
export interface PostedLetter {
  readonly letter: PaperLetter;
  readonly dispatch: Dispatch;
  /** « Mise en demeure du 19/10/2026 ». */
  readonly name: string;
}

/** A mandate goes to the collector and is between the user and him: it is no piece against the debtor. */
const isToDebtor = ({ table, row }: PaperLetter): boolean => table === 'reminders' || row.kind !== 'mandate';

/** Letters to the debtor about these invoices that went out, oldest first. */
export const postedLetters = (ledger: Ledger, invoiceIds: readonly string[]): readonly PostedLetter[] => {
  const invoices = new Set(invoiceIds);
  return paperLetters(ledger)
    .filter((letter) => isToDebtor(letter) && invoiceIdsOf(letter).some((id) => invoices.has(id)))
    .flatMap((letter): readonly PostedLetter[] => {
      const dispatch = dispatchOf(letter);
      return dispatch
        ? [{ letter, dispatch, name: `${letterName(letter)} du ${formatDay(dispatch.depositedOn)}` }]
        : [];
    })
    .sort((a, b) =>
      `${a.dispatch.depositedOn} ${a.letter.row.id}` < `${b.dispatch.depositedOn} ${b.letter.row.id}`
        ? -1
        : 1,
    );
};

/** What a formal notice proves nothing without and the file has not: its copy, its proofs. French. */
export const noticeGaps = (ledger: Ledger, invoiceIds: readonly string[]): readonly string[] => {
  const notices = postedLetters(ledger, invoiceIds).filter(({ letter }) => isNotice(letter));
  if (notices.length === 0) return ['Mise en demeure avec sa preuve de dépôt'];
  return notices.flatMap(({ letter, dispatch, name }) => {
    const mode = modeOf(letter, dispatch);
    const own = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const ofIt = own.startsWith('mise') ? `de la ${own}` : `du ${own}`;
    return [
      ...(printedPdfOf(letter) === undefined ? [`Copie ${ofIt}`] : []),
      ...(mode !== 'plain' && proofsOf(letter).length === 0
        ? [`Preuves d’envoi et de réception ${ofIt}`]
        : []),
    ];
  });
};

const stepFields = ({ letter, dispatch }: PostedLetter): readonly PaperField[] =>
  dispatchSteps(dispatch, modeOf(letter, dispatch)).flatMap(({ name, on, detail }): readonly PaperField[] =>
    on === undefined
      ? []
      : [{ label: name, value: detail === undefined ? formatDay(on) : `${formatDay(on)}, ${detail}` }],
  );

/** The chain of a letter from the printer to the file, what it means in law, and the pieces that prove it. */
export const letterBlock = (
  ledger: Ledger,
  posted: PostedLetter,
  { today, numbers }: { readonly today: Day; readonly numbers: PieceNumbers },
): PaperBlock => {
  const { letter, dispatch, name } = posted;
  const mode = modeOf(letter, dispatch);
  const proofs = proofsOf(letter);
  const { meaning } = meaningOf(dispatch, meaningFacts(ledger, letter, dispatch, today));
  const printed = printedPdfOf(letter);
  return {
    kind: 'fields',
    title: name,
    fields: [
      { label: 'Objet', value: letter.row.subject },
      { label: 'Mode d’envoi', value: modeFacts[mode].name },
      ...stepFields(posted),
      // Of an ordinary letter there is only to say that it proves nothing: not to the other side.
      ...(mode === 'plain' ? [] : [{ label: 'Effet', value: meaning }]),
      { label: 'Copie', value: (printed && numbers([printed])) || 'non jointe' },
      { label: 'Preuves', value: numbers(proofs) || 'non jointes' },
    ],
  };
};
