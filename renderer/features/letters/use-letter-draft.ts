import { useMemo, useState } from 'react';
import type { Instant } from '../../../shared/dates/clock.ts';
import type { Day } from '../../../shared/dates/day.ts';
import type { ClientLetter } from '../../../shared/ledger/client-letter.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { owedInvoices } from '../../../shared/letters/kinds/account-statement.ts';
import type {
  LetterProposal,
  LetterWish,
  LetterWishFailure,
} from '../../../shared/letters/kinds/letter-wish.ts';
import { isHandwrittenByDefault } from '../../../shared/letters/kinds/payment-plan-letter.ts';
import { proposeLetter } from '../../../shared/letters/kinds/propose-letter.ts';
import type { Result } from '../../../shared/result.ts';
import type { NewLetter } from '../../db/commands/client-letters.ts';

/** What the user typed over the proposal; undefined = as proposed. */
export interface Typed {
  readonly subject?: string;
  readonly body?: string;
  readonly enclosures?: string;
  readonly registered?: boolean;
  readonly handwritten?: boolean;
  readonly statementFrom?: Day;
}

/** A letter being written: the wish, the text that it gives, and what the user made of it. */
export interface LetterDraft {
  readonly wish: LetterWish;
  readonly proposal: Result<LetterProposal, LetterWishFailure>;
  readonly typed: Typed;
  readonly letter: NewLetter;
  readonly changeWish: (part: Partial<LetterWish>) => void;
  readonly change: (part: Typed) => void;
  /** Takes the proposed text again. */
  readonly revert: () => void;
}

const letterOf = (
  ledger: Ledger,
  wish: LetterWish,
  proposal: Result<LetterProposal, LetterWishFailure>,
  typed: Typed,
  today: Day,
): NewLetter => {
  const proposed = proposal.ok ? proposal.value : undefined;
  const client = ledger.clients.get(wish.clientId);
  const invoiceIds = wish.kind === 'free' ? wish.invoiceIds : (proposed?.invoiceIds ?? []);
  const enclosures = (typed.enclosures ?? proposed?.enclosures.join('\n') ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const owed = owedInvoices(ledger, wish.clientId, today).filter(({ invoice }) =>
    invoiceIds.includes(invoice.id),
  );
  return {
    clientId: wish.clientId,
    kind: wish.kind,
    invoiceIds,
    ...(wish.kind === 'payment-plan' && wish.planId !== undefined ? { planId: wish.planId } : {}),
    ...(wish.kind === 'thanks' && wish.paymentId !== undefined ? { paymentId: wish.paymentId } : {}),
    ...(wish.kind === 'mandate' && wish.handoverId !== undefined ? { handoverId: wish.handoverId } : {}),
    registered: typed.registered ?? proposed?.registered ?? false,
    ...(wish.language === undefined ? {} : { language: wish.language }),
    subject: (typed.subject ?? proposed?.subject ?? '').trim(),
    body: (typed.body ?? proposed?.body ?? '').trim(),
    ...(owed.length === 0
      ? {}
      : {
          totalCents: owed.reduce((sum, { owedCents }) => sum + owedCents, 0) as NonNullable<
            ClientLetter['totalCents']
          >,
        }),
    ...(wish.kind === 'account-statement' && typed.statementFrom !== undefined
      ? { statementFrom: typed.statementFrom }
      : {}),
    ...(wish.kind === 'payment-plan' &&
    (typed.handwritten ?? (client !== undefined && isHandwrittenByDefault(client)))
      ? { handwritten: true }
      : {}),
    ...(enclosures.length === 0 ? {} : { enclosures }),
  };
};

/** The letter as a row that is not written yet, to be set for the preview. */
export const draftRow = (letter: NewLetter, today: Day): ClientLetter => ({
  ...letter,
  id: 'draft',
  writtenOn: today,
  state: { kind: 'to-print', writtenAt: `${today}T08:00:00.000Z` as Instant },
  documents: [],
});

/** State of « Nouveau courrier ». What was typed stays when the wish changes; the rest follows the wish. */
export const useLetterDraft = (ledger: Ledger, first: LetterWish, today: Day): LetterDraft => {
  const [wish, setWish] = useState(first);
  const [typed, setTyped] = useState<Typed>({});
  const proposal = useMemo(() => proposeLetter(ledger, wish, today), [ledger, wish, today]);
  const letter = useMemo(
    () => letterOf(ledger, wish, proposal, typed, today),
    [ledger, wish, proposal, typed, today],
  );
  return {
    wish,
    proposal,
    typed,
    letter,
    changeWish: (part) => {
      setWish((before) => ({ ...before, ...part }));
      // Another kind of letter is another text.
      if (part.kind !== undefined) setTyped({});
    },
    change: (part) => setTyped((before) => ({ ...before, ...part })),
    revert: () => setTyped(({ subject: _subject, body: _body, enclosures: _enclosures, ...rest }) => rest),
  };
};
