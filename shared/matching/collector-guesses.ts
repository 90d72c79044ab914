import { feeParts } from '../ledger/handover-fee.ts';
import type { AccountState } from './account-state.ts';
import type { CollectorEvidence } from './collector-evidence.ts';
import { type CollectorFit, collectorFits } from './collector-fits.ts';
import { plainCapitals } from './digit-runs.ts';
import type { KnownHandover, MatchReason } from './match-contract.ts';
import type { MatchGuess } from './match-guess.ts';
import type { MatchingIndex } from './matching-index.ts';
import type { MovementEvidence } from './movement-evidence.ts';
import { quotes } from './recorded-payments.ts';

const namePoints = { 2: 30, 3: 40 } as const;
const fitPoints = { invoices: 44, announced: 38, set: 34, part: 18, over: 14 } as const;
const feePoints = { agreed: 0, near: -8, apart: -22 } as const;
/** A client's own payment beside a sure collector: possible, never likelier than what fits. */
const besideScore = 55;
/** The text names the file: more than what makes two proposals level. */
const pointedPoints = 8;

/** One way to book it, with what the text says about its hand-over. */
interface Way {
  readonly handover: KnownHandover;
  readonly fit: CollectorFit;
  /** 2: the reference of the file, or exactly these invoices are named; 1: the debtor, or one of them. */
  readonly pointed: 0 | 1 | 2;
  readonly pointing: readonly MatchReason[];
  /** An open invoice that it does not settle is named. */
  readonly leavesNamed: boolean;
}

const waysOf = (
  state: AccountState,
  evidence: MovementEvidence,
  collector: CollectorEvidence,
): readonly Way[] => {
  const { movement } = evidence;
  const capitals = plainCapitals(`${movement.label}\n${movement.reference ?? ''}`);
  const named = evidence.named.filter(({ strength }) => strength >= 2);
  const seen = collector.handovers.map((handover) => ({
    handover,
    owed: state
      .owedBy(handover.clientId, movement.currency, movement.bookedOn)
      .filter(({ item }) => handover.invoiceIds.includes(item.invoiceId)),
    isQuoted: quotes(capitals, handover),
    debtor: evidence.clients.find(({ clientId, level }) => clientId === handover.clientId && level >= 2),
  }));
  const isOnly = seen.filter(({ owed }) => owed.length > 0).length === 1;
  return seen.flatMap(({ handover, owed, isQuoted, debtor }) => {
    const own = owed.filter(({ item }) => named.some((one) => one.item.invoiceId === item.invoiceId));
    const isPointed = isQuoted || own.length > 0 || debtor !== undefined;
    return collectorFits(
      handover,
      owed,
      own,
      movement.amountCents,
      handover.keptCents + state.keptOf(handover.handoverId),
      isOnly || isPointed,
    ).map((fit): Way => {
      const settled = new Set(fit.shares.map(({ invoiceId }) => invoiceId));
      const hits = own.filter(({ item }) => settled.has(item.invoiceId));
      const isExactlyNamed = hits.length > 0 && hits.length === settled.size && own.length === hits.length;
      return {
        handover,
        fit,
        pointed: isQuoted || isExactlyNamed ? 2 : hits.length > 0 || debtor !== undefined ? 1 : 0,
        pointing: [
          ...(isQuoted && handover.reference !== undefined
            ? [{ kind: 'collector-reference', reference: handover.reference } as const]
            : []),
          ...(hits.length > 0
            ? [{ kind: 'invoice-number', numbers: hits.map(({ item }) => item.number) } as const]
            : []),
          ...(debtor?.reasons ?? []),
        ],
        leavesNamed: named.some(({ item }) => !settled.has(item.invoiceId)),
      };
    });
  });
};

/** The sum and its fee are exactly what was agreed, and whole invoices or an instalment come to it. */
const isExact = ({ fit: { kind, fee, isAmbiguous } }: Way): boolean =>
  fee === 'agreed' && kind !== 'part' && kind !== 'over' && !isAmbiguous;

/**
 * Money of debtors that a collector passes on under his own name, less what he keeps: what they paid settles
 * their invoices. Sure is only a certain name with a sum that is exact to the cent by the terms, in one way only,
 * or in one way that the text points to.
 */
export const collectorGuesses = (
  index: MatchingIndex,
  state: AccountState,
  evidence: MovementEvidence,
): readonly MatchGuess[] => {
  const { collector, movement } = evidence;
  if (collector === undefined) return [];
  const ways = waysOf(state, evidence, collector);
  const exact = ways.filter(isExact);
  const most = Math.max(0, ...exact.map(({ pointed }) => pointed));
  const likely = exact.filter(({ pointed }) => pointed === most);
  const isReceipt = movement.kind === 'receipt';
  return ways.map((way): MatchGuess => {
    const { handover, fit, pointed, leavesNamed } = way;
    const { clientId, handoverId } = handover;
    const isInsolvent = index.payers.get(clientId)?.isInsolvent === true;
    const isQuoted = way.pointing.some(({ kind }) => kind === 'collector-reference');
    // A file number of the collector may be built like a number of an invoice.
    const hasOtherNumber = leavesNamed || (evidence.hasForeignNumber && !isQuoted);
    const isRivalled = fit.isAmbiguous || (isExact(way) && (likely.length > 1 || !likely.includes(way)));
    const { netCents, vatCents } = feeParts(handover.fee, fit.feeCents);
    return {
      target: {
        kind: 'payment',
        clientId,
        shares: fit.shares,
        onAccountCents: fit.onAccountCents,
        collected: { handoverId, feeCents: fit.feeCents },
      },
      reasons: [
        {
          kind: 'collector-name',
          written: collector.written,
          collector: handover.collectorName,
          isSure: collector.level === 3,
        },
        ...(fit.feeCents > 0
          ? [
              {
                kind: 'collector-terms',
                grossCents: fit.grossCents,
                feeCents: netCents,
                vatCents,
                netCents: movement.amountCents,
              } as const,
            ]
          : []),
        ...fit.reasons,
        ...way.pointing,
        ...(isReceipt ? [] : [{ kind: 'no-customer-receipt', movement: movement.kind } as const]),
        ...(isRivalled ? [{ kind: 'several-combinations' } as const] : []),
        ...(hasOtherNumber ? [{ kind: 'other-number-quoted' } as const] : []),
        ...(evidence.otherPurpose === undefined
          ? []
          : [{ kind: 'other-purpose', written: evidence.otherPurpose } as const]),
        ...(isInsolvent ? [{ kind: 'insolvent-client' } as const] : []),
      ],
      score: Math.max(
        1,
        Math.min(
          94,
          namePoints[collector.level] +
            fitPoints[fit.kind] +
            feePoints[fit.fee] +
            (pointed > 0 ? pointedPoints : 0) -
            (isRivalled ? 14 : 0) -
            (hasOtherNumber ? 14 : 0) -
            (isReceipt ? 0 : 30),
        ),
      ),
      isSure:
        collector.level === 3 &&
        isReceipt &&
        isExact(way) &&
        !isRivalled &&
        !hasOtherNumber &&
        evidence.otherPurpose === undefined &&
        !isInsolvent,
    };
  });
};

/**
 * Guesses at a client's own payment beside a collector who surely sent the money: none on invoices that he has,
 * since they would stay owed by what he kept, and none that is sure.
 */
export const besideCollector = (
  collector: CollectorEvidence | undefined,
  guesses: readonly MatchGuess[],
): readonly MatchGuess[] => {
  if (collector?.level !== 3) return guesses;
  const handedOver = new Set(collector.handovers.flatMap(({ invoiceIds }) => invoiceIds));
  return guesses
    .filter(
      ({ target }) =>
        target.kind !== 'payment' || !target.shares.some(({ invoiceId }) => handedOver.has(invoiceId)),
    )
    .map((guess) => ({ ...guess, score: Math.min(guess.score, besideScore), isSure: false }));
};
