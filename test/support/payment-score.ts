import type { MatchProposal } from '../../shared/matching/match-contract.ts';
import type { PaymentTruth, TrueLine } from './payment-truth-line.ts';

/** True where a proposal says exactly what happened: client, every share to the cent, what is let go, what is left. */
export const isRight = (proposal: MatchProposal, truth: PaymentTruth): boolean => {
  const target = proposal.best?.target;
  if (target === undefined) return false;
  switch (truth.kind) {
    case 'payment': {
      if (target.kind !== 'payment' || target.clientId !== truth.clientId) return false;
      const conceded = target.shares.reduce((sum, { concession }) => sum + (concession?.cents ?? 0), 0);
      if (target.onAccountCents !== truth.onAccountCents || conceded !== truth.concessionCents) return false;
      if ((target.usesOnAccountCents ?? 0) !== truth.creditCents) return false;
      if (target.shares.length !== truth.shares.size) return false;
      // Where a credit note is taken off, which of the invoices keeps it open is a matter of taste.
      return target.shares.every(({ invoiceId, cents }) =>
        truth.creditCents > 0 ? truth.shares.has(invoiceId) : truth.shares.get(invoiceId) === cents,
      );
    }
    case 'recorded': {
      if (target.kind !== 'recorded-payment') return false;
      const linked = [target.paymentId, ...(target.otherPaymentIds ?? [])];
      return linked.length === truth.paymentIds.length && linked.every((id) => truth.paymentIds.includes(id));
    }
    case 'return':
      return target.kind === 'return' && target.paymentId === truth.paymentId;
    case 'several-clients':
    case 'none':
      return false;
  }
};

/** Counts over movements; shares from 0 to 1. */
export interface MatchingScore {
  readonly lines: number;
  /** Lines that are a client's money, as far as the program can book them or not. */
  readonly withTruth: number;
  readonly ticked: number;
  readonly tickedRight: number;
  /** Best proposals that are right, ticked or not. */
  readonly bestRight: number;
  readonly precision: number;
  readonly recall: number;
}

interface Tally {
  withTruth: number;
  ticked: number;
  tickedRight: number;
  bestRight: number;
}

export interface ScoreTable extends MatchingScore {
  /** « amount one », « name none »… → its lines. */
  readonly byWay: ReadonlyMap<string, Readonly<Tally>>;
}

const dimensions = ['amount', 'reference', 'name'] as const;

/** Compares proposals with the truth; a pre-ticked line without a truth counts as wrong. */
export const scored = (
  proposals: readonly MatchProposal[],
  lines: ReadonlyMap<string, TrueLine>,
  before?: ScoreTable,
): ScoreTable => {
  const byWay = new Map([...(before?.byWay ?? [])].map(([way, tally]) => [way, { ...tally }]));
  const total: Tally = {
    withTruth: before?.withTruth ?? 0,
    ticked: before?.ticked ?? 0,
    tickedRight: before?.tickedRight ?? 0,
    bestRight: before?.bestRight ?? 0,
  };
  for (const proposal of proposals) {
    const line = lines.get(proposal.movementId);
    if (line === undefined) continue;
    const right = isRight(proposal, line.truth);
    const tallies = [
      total,
      ...line.way.map((way, index) => {
        const key = `${dimensions[index]} ${way}`;
        const tally = byWay.get(key) ?? { withTruth: 0, ticked: 0, tickedRight: 0, bestRight: 0 };
        byWay.set(key, tally);
        return tally;
      }),
    ];
    for (const tally of tallies) {
      tally.withTruth += line.truth.kind === 'none' ? 0 : 1;
      tally.ticked += proposal.isCertain ? 1 : 0;
      tally.tickedRight += proposal.isCertain && right ? 1 : 0;
      tally.bestRight += right ? 1 : 0;
    }
  }
  return {
    ...total,
    lines: (before?.lines ?? 0) + proposals.length,
    precision: total.ticked === 0 ? 1 : total.tickedRight / total.ticked,
    recall: total.withTruth === 0 ? 1 : total.tickedRight / total.withTruth,
    byWay,
  };
};
