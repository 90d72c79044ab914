import { compact } from '../identifiers/compact.ts';
import type { AccountFit } from './account-fits.ts';
import { type GuessContext, namingReasons, paymentTarget, weighedGuess } from './guess-context.ts';
import type { MatchReason } from './match-contract.ts';
import type { GuessFacts, MatchGuess } from './match-guess.ts';
import type { NamedItem } from './movement-evidence.ts';
import { differsByOneTypo } from './word-likeness.ts';

/** Percents that contracts name. */
const usualDeposits: ReadonlySet<number> = new Set([30, 40, 50]);

const numberKey = (number: string): string => compact(number).replace(/[^A-Z0-9]/g, '');

/** The quoted number that differs by one figure from that of the only invoice of a fit. */
const nearNumber = ({ fit, shape }: AccountFit, context: GuessContext): string | undefined => {
  const [share] = fit.shares;
  // A quoted invoice of this very amount is no slip.
  const isMeant = [...context.open, ...context.settled].some(
    ({ item }) => item.remainingCents === context.received.cents,
  );
  if (shape !== 'single' || share === undefined || isMeant) return undefined;
  const number = context.owed.find(({ item }) => item.invoiceId === share.invoiceId)?.item.number;
  const key = number === undefined ? '' : numberKey(number);
  return key.length < 4
    ? undefined
    : context.evidence.quotedNumbers.find((quoted) => differsByOneTypo(numberKey(quoted), key));
};

const isNear = (named: NamedItem, near: string | undefined): boolean =>
  near !== undefined && numberKey(named.item.number) === numberKey(near);

/** Bookings on the account of a client by its amounts alone; what the text names else speaks against them. */
export const accountGuesses = (
  context: GuessContext,
  byAccount: readonly AccountFit[],
): readonly MatchGuess[] =>
  byAccount.map((account): MatchGuess => {
    const { fit, shape, rivals } = account;
    const settles = ({ item }: NamedItem): boolean =>
      fit.shares.some(({ invoiceId }) => invoiceId === item.invoiceId);
    const hints = shape === 'single' ? context.weak.filter(settles) : [];
    const near = nearNumber(account, context);
    const others = [...context.open, ...context.settled, ...context.otherNamed].filter(
      (named) => !isNear(named, near),
    );
    const facts: GuessFacts = {
      ...context.common,
      hasForeignNumber: context.common.hasForeignNumber && near === undefined,
      fit: fit.kind,
      shape,
      naming: hints.length > 0 || near !== undefined ? 1 : 0,
      meanings: 1,
      amountRivals: hints.length > 0 || near !== undefined ? 0 : rivals,
      addedCount: 0,
      leftNamed: context.open.some(settles) ? 0 : others.length,
      isLikelySize: true,
      isUsualDeposit: fit.reasons.some(
        (reason) => reason.kind === 'part-payment' && usualDeposits.has(reason.percent ?? 0),
      ),
    };
    const reasons: MatchReason[] = [
      ...namingReasons(hints),
      ...(near === undefined ? [] : [{ kind: 'near-number', written: near } as const]),
      ...fit.reasons,
      ...(fit.kind === 'exact' && shape === 'single' && context.common.sameAmountCount === 1
        ? [{ kind: 'only-invoice-of-amount' } as const]
        : []),
      ...(shape === 'whole-account' ? [{ kind: 'whole-account' } as const] : []),
    ];
    return weighedGuess(context, facts, paymentTarget(context.clientId, fit), reasons);
  });
