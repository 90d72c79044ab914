import { businessDay } from '../../../shared/dates/clock.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import {
  type Command,
  type CommandContext,
  put,
  type Refusal,
  type RowWrite,
} from '../../../shared/ledger/decision.ts';
import { type Dispatch, type DispatchMode, shownNumber } from '../../../shared/ledger/dispatch.ts';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { modeFacts, modeOf, needsConsent } from '../../../shared/letters/dispatch-mode.ts';
import { numberHolder, readTrackingNumber } from '../../../shared/letters/dispatch-number.ts';
import { deposit } from '../../../shared/letters/dispatch-transition.ts';
import {
  dispatchOf,
  isRegistered,
  type PaperLetter,
  paperLetterOf,
  writeLetter,
} from '../../../shared/letters/paper-letter.ts';
import { formatCount } from '../../../shared/money/format-count.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { letterAt } from './letter-lookup.ts';
import { proofOf } from './letter-proofs.ts';

/** Letters that came well out of the printer, with their PDF. */
export const markPrinted: Command<{
  readonly letters: readonly { readonly id: string; readonly document: DocumentRef }[];
}> = (ledger, { letters }, context) => {
  const writes: RowWrite[] = [];
  for (const { id, document } of letters) {
    const letter = letterAt(ledger, id, ['to-print', 'printed']);
    if (!letter.ok) return letter;
    const { documents } = letter.value.row;
    const known = documents.some(({ hash }) => hash === document.hash);
    writes.push(put('documents', document));
    writes.push(
      writeLetter(letter.value, {
        state: { kind: 'printed', printedAt: context.now },
        letterHash: document.hash,
        documents: known ? documents : [...documents, document],
      }),
    );
  }
  return ok({
    command: 'mark-printed',
    label: `${formatCount(letters.length)} ${letters.length > 1 ? 'courriers imprimés' : 'courrier imprimé'}`,
    undo: 'allowed',
    writes,
  });
};

/** What is told of one letter that goes out. */
export interface PostingWish {
  readonly id: string;
  readonly trackingNumber: string;
  /** Registered, or plain and followed where there is a number, when undefined. */
  readonly mode?: DispatchMode | undefined;
  /** Day on which an addressee who is no professional agreed to electronic registered letters. */
  readonly consentOn?: Day | undefined;
}

const usualMode = (letter: PaperLetter, trackingNumber: string): DispatchMode => {
  if (isRegistered(letter)) return 'registered';
  return readTrackingNumber(trackingNumber) === '' ? 'plain' : 'tracked';
};

interface Posted {
  readonly letter: PaperLetter;
  readonly dispatch: Dispatch;
  readonly clientName: string;
}

const post = (
  ledger: Ledger,
  wish: PostingWish,
  depositedOn: Day,
  context: CommandContext,
  taken: ReadonlyMap<string, string>,
): Result<Posted, Refusal> => {
  const found = letterAt(ledger, wish.id, ['to-print', 'printed', 'posted']);
  if (!found.ok) return found;
  const letter = found.value;
  const { state, clientId } = letter.row;
  const client = ledger.clients.get(clientId);
  const dispatch = deposit(
    {
      mode: wish.mode ?? usualMode(letter, wish.trackingNumber),
      depositedOn,
      trackingNumber: wish.trackingNumber,
      consentOn: wish.consentOn,
    },
    {
      isRegistered: isRegistered(letter),
      needsConsent: client !== undefined && needsConsent(client.regime),
      printedOn: state.kind === 'printed' ? businessDay(Date.parse(state.printedAt)) : undefined,
      before: dispatchOf(letter),
      holderOf: (number) => numberHolder(ledger, number, wish.id) ?? taken.get(number),
    },
    context,
  );
  return dispatch.ok ? ok({ letter, dispatch: dispatch.value, clientName: client?.name ?? '' }) : dispatch;
};

/** Deposit at the post office: the step is done from here, and the time granted runs from what follows. */
export const recordPosting: Command<PostingWish & { readonly depositedOn: Day }> = (
  ledger,
  { depositedOn, ...wish },
  context,
) => {
  const posted = post(ledger, wish, depositedOn, context, new Map());
  if (!posted.ok) return posted;
  const { letter, dispatch, clientName } = posted.value;
  const { trackingNumber: number } = dispatch;
  return ok({
    command: 'record-posting',
    label: `Courrier à ${clientName} ${modeFacts[modeOf(letter, dispatch)].done}${number === '' ? '' : ` (${shownNumber(dispatch)})`}`,
    clientId: letter.row.clientId,
    undo: 'allowed',
    writes: [writeLetter(letter, { state: { kind: 'posted', ...dispatch } })],
  });
};

/**
 * A batch handed over at the counter on one day, all of it or nothing: no number twice, neither among these
 * nor over the whole ledger.
 */
export const recordDeposits: Command<{
  readonly depositedOn: Day;
  readonly letters: readonly PostingWish[];
  /** The stamped list of the post office, attached to each. */
  readonly slip?: DocumentRef | undefined;
}> = (ledger, { depositedOn, letters, slip }, context) => {
  if (letters.length === 0) return fail({ kind: 'none', message: 'Aucun courrier à déposer.' });
  const taken = new Map<string, string>();
  const writes: RowWrite[] = slip === undefined ? [] : [put('documents', slip)];
  for (const wish of letters) {
    const posted = post(ledger, wish, depositedOn, context, taken);
    if (!posted.ok) {
      const letter = paperLetterOf(ledger, wish.id);
      const name = (letter && ledger.clients.get(letter.row.clientId)?.name) ?? '';
      return name === ''
        ? posted
        : fail({ ...posted.error, message: `Courrier à ${name}. ${posted.error.message}` });
    }
    const { letter, dispatch, clientName } = posted.value;
    if (dispatch.trackingNumber !== '') taken.set(dispatch.trackingNumber, clientName);
    const { documents } = letter.row;
    const state = { kind: 'posted', ...dispatch } as const;
    writes.push(
      slip === undefined || documents.some(({ hash }) => hash === slip.hash)
        ? writeLetter(letter, { state })
        : writeLetter(letter, {
            state,
            documents: [...documents, proofOf(slip, 'deposit', context)],
          }),
    );
  }
  return ok({
    command: 'record-deposits',
    label:
      letters.length > 1
        ? `${formatCount(letters.length)} courriers déposés le ${formatDay(depositedOn)}`
        : `1 courrier déposé le ${formatDay(depositedOn)}`,
    undo: 'allowed',
    writes,
  });
};
