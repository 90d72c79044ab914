import { businessDay } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { allocationsOf } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { modeOf } from '../letters/dispatch-mode.ts';
import { dispatchSummary } from '../letters/dispatch-summary.ts';
import {
  dispatchOf,
  invoiceIdsOf,
  isNotice,
  letterName,
  type PaperLetter,
  paperLetters,
} from '../letters/paper-letter.ts';
import { isFormal } from '../reminders/level.ts';
import type { Reminder } from '../reminders/reminder.ts';
import { levelNames } from '../reminders/reminder-names.ts';
import type { InsolvencyClaim } from './insolvency-claim.ts';

interface DatedPiece {
  readonly on: Day;
  readonly text: string;
}

const noticeByEmail = (
  { level, state, lines }: Reminder,
  invoices: ReadonlySet<string>,
): DatedPiece | undefined => {
  if (!isFormal(level) || state.kind !== 'accepted') return undefined;
  if (!lines.some(({ invoiceId }) => invoices.has(invoiceId))) return undefined;
  const on = businessDay(Date.parse(state.acceptedAt));
  return { on, text: `${levelNames[level]} du ${formatDay(on)}, par e-mail` };
};

/** A formal notice on paper with what became of it, since a judge asks whether it came before the debtor. */
const noticeOnPaper = (letter: PaperLetter, invoices: ReadonlySet<string>): DatedPiece | undefined => {
  const dispatch = isNotice(letter) ? dispatchOf(letter) : undefined;
  if (dispatch === undefined || !invoiceIdsOf(letter).some((id) => invoices.has(id))) return undefined;
  const { depositedOn } = dispatch;
  return {
    on: depositedOn,
    text: `${letterName(letter)} du ${formatDay(depositedOn)}, ${dispatchSummary(dispatch, modeOf(letter, dispatch))}`,
  };
};

const byDay = (a: DatedPiece, b: DatedPiece): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/**
 * The supporting documents of a declaration in the order of the « bordereau » (C. com. L622-25, R622-23): each
 * invoice, the credit notes, agreed instalments, formal notices, the statement of interest. French, without
 * numbers; what lies outside the ledger (orders, delivery notes) is for the user to add.
 */
export const supportingDocuments = (ledger: Ledger, claim: InsolvencyClaim): readonly string[] => {
  const ids = new Set(claim.lines.map(({ invoice }) => invoice.id));
  const creditNotes = new Map<string, DatedPiece>();
  for (const id of ids)
    for (const { source } of allocationsOf(ledger, id)) {
      const note = source.kind === 'credit-note' ? ledger.invoices.get(source.creditNoteId) : undefined;
      if (note)
        creditNotes.set(note.number, {
          on: note.issuedOn,
          text: `Avoir ${note.number} du ${formatDay(note.issuedOn)}`,
        });
    }
  for (const { kind, number, on } of claim.credits)
    if (kind === 'credit-note') creditNotes.set(number, { on, text: `Avoir ${number} du ${formatDay(on)}` });
  const plans = [...ledger.plans.values()]
    .filter(({ invoiceIds }) => invoiceIds.some((id) => ids.has(id)))
    .map(
      ({ agreedOn }): DatedPiece => ({
        on: agreedOn,
        text: `Échéancier accordé le ${formatDay(agreedOn)}`,
      }),
    );
  const notices = [
    ...[...ledger.reminders.values()].map((reminder) => noticeByEmail(reminder, ids)),
    ...paperLetters(ledger).map((letter) => noticeOnPaper(letter, ids)),
  ].filter((piece) => piece !== undefined);
  return [
    ...claim.lines.map(({ invoice }) => `Facture ${invoice.number} du ${formatDay(invoice.issuedOn)}`),
    ...[...creditNotes.values()].sort(byDay).map(({ text }) => text),
    ...plans.sort(byDay).map(({ text }) => text),
    ...notices.sort(byDay).map(({ text }) => text),
    ...(claim.due.interestCents > 0
      ? [`Décompte des intérêts arrêté au ${formatDay(claim.interestUntil)}`]
      : []),
  ];
};
