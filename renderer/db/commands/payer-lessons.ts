import type { Instant } from '../../../shared/dates/clock.ts';
import type { BankLine, PayerName } from '../../../shared/ledger/bank.ts';
import { put, type RowWrite, remove } from '../../../shared/ledger/decision.ts';
import { payerNameOf } from '../../../shared/matching/payer-learning.ts';

/** Under which name and from which account a movement came, where that says something about the payer. */
const lessonOf = (
  line: BankLine,
  clientId: string,
): Pick<PayerName, 'id' | 'clientId' | 'nameKey' | 'iban'> | undefined => {
  const mark = payerNameOf(line);
  if (mark.nameKey === undefined && mark.iban === undefined) return undefined;
  return { id: `${clientId} ${mark.nameKey ?? ''} ${mark.iban ?? ''}`, clientId, ...mark };
};

/**
 * Remembers how a client pays; once more where it is known.
 * @param knownOf the lesson as it stands, by its id.
 */
export const learnPayer = (
  line: BankLine,
  clientId: string,
  at: Instant,
  knownOf: (id: string) => PayerName | undefined,
): RowWrite | undefined => {
  const lesson = lessonOf(line, clientId);
  if (!lesson) return undefined;
  const confirmations = (knownOf(lesson.id)?.confirmations ?? 0) + 1;
  return put('payerNames', { ...lesson, confirmations, learnedAt: at });
};

/** Takes one lesson back: the payment it came from was the wrong client's. */
export const forgetPayer = (
  line: BankLine,
  clientId: string,
  knownOf: (id: string) => PayerName | undefined,
): RowWrite | undefined => {
  const known = knownOf(lessonOf(line, clientId)?.id ?? '');
  if (!known) return undefined;
  return known.confirmations > 1
    ? put('payerNames', { ...known, confirmations: known.confirmations - 1 })
    : remove('payerNames', known.id);
};
