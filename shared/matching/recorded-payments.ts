import { daysBetween } from '../dates/day.ts';
import type { AccountState } from './account-state.ts';
import type { ClientEvidence } from './client-evidence.ts';
import { plainCapitals } from './digit-runs.ts';
import type { KnownPayment, MatchReason } from './match-contract.ts';
import type { MatchGuess } from './match-guess.ts';
import type { MatchingIndex } from './matching-index.ts';
import type { MovementEvidence } from './movement-evidence.ts';

/** A payment noted by hand and its movement are rarely further apart; a cheque may wait longer in a drawer. */
const mostDays = 10;
const mostChequeDays = 21;

/** True where the text quotes what was noted as the reference of a payment; short notes prove nothing. */
export const quotes = (capitals: string, noted: Pick<KnownPayment, 'reference'>): boolean => {
  const reference = plainCapitals(noted.reference ?? '').replace(/[^A-Z0-9]/g, '');
  return (
    reference.length >= 4 && /\d{2}/.test(reference) && capitals.replace(/[^A-Z0-9]/g, '').includes(reference)
  );
};

/** What says who sent it: the client's name, or that of the collector through whom it was noted. */
const whoPaid = (
  { clients, collector }: MovementEvidence,
  { clientId, handoverId }: KnownPayment,
): ClientEvidence | undefined => {
  const handover = collector?.handovers.find((one) => one.handoverId === handoverId);
  if (collector === undefined || handover === undefined || handoverId === undefined)
    return clients.find((one) => one.clientId === clientId);
  const { level, written } = collector;
  const name = { kind: 'collector-name', written, collector: handover.collectorName } as const;
  return { clientId, level, rivals: 1, reasons: [{ ...name, isSure: level === 3 }] };
};

const collectedPoints = 16;

/**
 * The same money noted by hand before the statement came: same amount, same client or reference, within some
 * days, and no movement of its own yet. It is linked, so that no second payment is made of it.
 */
export const recordedGuesses = (
  index: MatchingIndex,
  state: AccountState,
  evidence: MovementEvidence,
): readonly MatchGuess[] => {
  const { movement } = evidence;
  const capitals = plainCapitals(`${movement.label}\n${movement.reference ?? ''}`);
  const isCheque = movement.kind === 'cheque-deposit';
  if (!isCheque && movement.kind !== 'receipt') return [];
  const fitting = (index.paymentsByAmount.get(movement.amountCents) ?? []).filter((payment) => {
    if (payment.hasBankLine || state.isLinked(payment.paymentId)) return false;
    if (isCheque !== (payment.method === 'cheque') && isCheque) return false;
    return (
      Math.abs(daysBetween(payment.receivedOn, movement.bookedOn)) <= (isCheque ? mostChequeDays : mostDays)
    );
  });
  return fitting.flatMap((payment): MatchGuess[] => {
    const identity = whoPaid(evidence, payment);
    const isQuoted = quotes(capitals, payment);
    if (identity === undefined && !isQuoted && !isCheque) return [];
    const isOther = evidence.clients.some(
      ({ clientId, level }) => clientId !== payment.clientId && level === 3,
    );
    const isOnly = fitting.length === 1;
    const reasons: MatchReason[] = [
      { kind: 'already-recorded', on: payment.receivedOn },
      ...(isQuoted && payment.reference !== undefined
        ? [{ kind: 'invoice-number', numbers: [payment.reference] } as const]
        : []),
      { kind: 'exact-amount' },
      ...(identity?.reasons ?? []),
      ...(isOnly ? [] : [{ kind: 'several-clients', count: fitting.length } as const]),
    ];
    const level = identity?.level ?? 0;
    // The same amount is still owed: the movement may be another payment.
    const isOwed = state
      .owedBy(payment.clientId, movement.currency, movement.bookedOn)
      .some(({ leftCents }) => leftCents === movement.amountCents);
    const isNamedElsewhere = evidence.named.some(({ strength }) => strength >= 3);
    return [
      {
        target: { kind: 'recorded-payment', paymentId: payment.paymentId, clientId: payment.clientId },
        reasons,
        score: Math.min(
          94,
          // The sum less the fee of one collector is nobody else's.
          (payment.handoverId === undefined || level < 3 ? 0 : collectedPoints) +
            (isCheque && isOnly ? 62 : 42) +
            (isQuoted ? 30 : 0) +
            level * 12 -
            (isOnly ? 0 : 6) -
            (isOther ? 20 : 0),
        ),
        isSure:
          !isNamedElsewhere &&
          (isQuoted || !isOwed) &&
          ((isQuoted && !isOther) ||
            (isCheque && isOnly && !index.itemsByAmount.has(movement.amountCents)) ||
            (level === 3 && !(evidence.hasForeignNumber && payment.reference !== undefined)) ||
            (level === 2 && (identity?.rivals ?? 1) > 1 && isOnly)) &&
          fitting.filter(({ clientId }) => clientId === payment.clientId).length === 1,
      },
    ];
  });
};
