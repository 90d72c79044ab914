import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import type { Dispatch } from '../ledger/dispatch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { meaningFacts } from '../letters/dispatch-facts.ts';
import { meaningOf } from '../letters/dispatch-meaning.ts';
import { modeFacts, modeOf } from '../letters/dispatch-mode.ts';
import { dispatchSteps } from '../letters/dispatch-steps.ts';
import { expectedInFile, missingProofs } from '../letters/expected-proofs.ts';
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
import { proofName, proofRoles } from '../letters/proof-role.ts';
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

const noticesOf = (ledger: Ledger, invoiceIds: readonly string[]): readonly PostedLetter[] =>
  postedLetters(ledger, invoiceIds).filter(({ letter }) => isNotice(letter));

/** « de la mise en demeure du 19/10/2026 », « du dernier avis du 05/11/2026 ». */
const ofIt = ({ name }: PostedLetter): string => {
  const own = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return own.startsWith('mise') ? `de la ${own}` : `du ${own}`;
};

/** Proofs that the file of a letter wants and has not by their roles, and whether one without a role may be they. */
const proofGaps = ({ letter, dispatch }: PostedLetter) => {
  const mode = modeOf(letter, dispatch);
  const proofs = proofsOf(letter);
  return {
    missing: mode === 'plain' ? [] : missingProofs(expectedInFile(mode, dispatch), proofs),
    maybeThere: proofs.some(({ role }) => role === undefined),
  };
};

/**
 * What a formal notice proves nothing without and the file has not: its copy, and each of its proofs by its name.
 * French. Of a notice with a proof that has no role, nothing is called absent: the file goes to the other side.
 */
export const noticeGaps = (ledger: Ledger, invoiceIds: readonly string[]): readonly string[] => {
  const notices = noticesOf(ledger, invoiceIds);
  if (notices.length === 0) return ['Mise en demeure avec sa preuve de dépôt'];
  return notices.flatMap((notice) => {
    const { missing, maybeThere } = proofGaps(notice);
    return [
      ...(printedPdfOf(notice.letter) === undefined ? [`Copie ${ofIt(notice)}`] : []),
      ...(maybeThere ? [] : missing.map(({ title }) => `${title} ${ofIt(notice)}`)),
    ];
  });
};

/** What the user has to say of the proofs of his notices before the file is sure of them. French. */
export const unnamedProofs = (ledger: Ledger, invoiceIds: readonly string[]): readonly string[] =>
  noticesOf(ledger, invoiceIds).flatMap((notice) => {
    const { missing, maybeThere } = proofGaps(notice);
    return maybeThere && missing.length > 0
      ? [
          `Rôle des preuves ${ofIt(notice)}, à donner dans «\u00A0Courriers\u00A0»\u00A0: ${missing.map(({ title }) => title.toLocaleLowerCase('fr')).join(', ')}`,
        ]
      : [];
  });

/** The proofs of a letter by role, then those that nobody said anything of, then what is not there. */
const proofFields = (posted: PostedLetter, numbers: PieceNumbers): readonly PaperField[] => {
  const proofs = proofsOf(posted.letter);
  const { missing, maybeThere } = proofGaps(posted);
  const named = [...proofRoles, undefined].flatMap((role): readonly PaperField[] => {
    const own = proofs.filter((proof) => proof.role === role);
    return own.length === 0
      ? []
      : [{ label: proofName(role, posted.dispatch.outcome), value: numbers(own) || 'non jointe' }];
  });
  if (missing.length > 0 && !maybeThere)
    return [
      ...named,
      { label: 'Non joint', value: missing.map(({ title }) => title.toLocaleLowerCase('fr')).join(', ') },
    ];
  return named.length === 0 ? [{ label: 'Preuves', value: 'non jointes' }] : named;
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
      ...proofFields(posted, numbers),
    ],
  };
};
