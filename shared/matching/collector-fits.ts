import type { CollectorFee } from '../ledger/handover.ts';
import { feeOnSum, sumsThatLeave } from '../ledger/handover-fee.ts';
import { spreadPayment } from '../ledger/spread-payment.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { OwedItem } from './account-state.ts';
import type { KnownHandover, MatchReason, MatchShare } from './match-contract.ts';
import { subsetOfSum } from './subset-search.ts';

/** A way in which what came through a collector may be what a client paid. */
export interface CollectorFit {
  /** `invoices`: whole ones; `set`: some of many; `announced`: an instalment or a promise. */
  readonly kind: 'invoices' | 'set' | 'announced' | 'part' | 'over';
  /** Of the fee: as agreed, some cents off, or not kept here at all. */
  readonly fee: 'agreed' | 'near' | 'apart';
  readonly grossCents: Cents;
  readonly feeCents: Cents;
  readonly shares: readonly MatchShare[];
  readonly onAccountCents: Cents;
  /** Other invoices of the hand-over give the same sum, or not all could be tried. */
  readonly isAmbiguous: boolean;
  readonly reasons: readonly MatchReason[];
}

/** A collector rounds his fee and the VAT on it in his own way. */
const roundingCents = 2;
/** Among more open invoices than that some sum fits by chance. */
const mostForSet = 6;

const sharesOf = (owed: readonly OwedItem[]): readonly MatchShare[] =>
  owed.map(({ item, leftCents }) => ({ invoiceId: item.invoiceId, cents: cents(leftCents) }));

const sumOf = (owed: readonly OwedItem[]): number => owed.reduce((sum, { leftCents }) => sum + leftCents, 0);

type WholeFit = Pick<CollectorFit, 'kind' | 'shares' | 'isAmbiguous' | 'reasons'>;

const invoicesFit = (chosen: readonly OwedItem[], owed: readonly OwedItem[]): WholeFit => ({
  kind: 'invoices',
  shares: sharesOf(chosen),
  isAmbiguous: false,
  reasons: [{ kind: 'collected-invoices', count: chosen.length, isAll: chosen.length === owed.length }],
});

/** The invoices that a sum settles to the cent. */
const wholeFits = (owed: readonly OwedItem[], named: readonly OwedItem[], gross: number): WholeFit[] => {
  const singles = owed.filter(({ leftCents }) => leftCents === gross);
  const fits = singles.map((one) => invoicesFit([one], owed));
  if (owed.length > 1 && sumOf(owed) === gross) fits.push(invoicesFit(owed, owed));
  else if (named.length > 1 && sumOf(named) === gross) fits.push(invoicesFit(named, owed));
  if (fits.length > 0) return fits;
  const { first, count, isComplete } = subsetOfSum(
    owed.map(({ leftCents }) => leftCents),
    gross,
  );
  const chosen = (first ?? []).flatMap((at) => owed[at] ?? []);
  if (chosen.length > 0)
    fits.push({
      ...invoicesFit(chosen, owed),
      kind: 'set',
      isAmbiguous: count !== 1 || !isComplete || owed.length > mostForSet,
    });
  return fits;
};

const spread = (owed: readonly OwedItem[], gross: number): ReturnType<typeof spreadPayment> =>
  spreadPayment(
    cents(gross),
    owed.map(({ item, leftCents }) => ({ invoiceId: item.invoiceId, cents: cents(leftCents) })),
  );

const announcedFits = (owed: readonly OwedItem[], gross: number): WholeFit[] => {
  const announced = owed.flatMap(({ item }) => item.announced ?? []).find((one) => one.cents === gross);
  return announced === undefined || gross > sumOf(owed)
    ? []
    : [
        {
          kind: 'announced',
          shares: spread(owed, gross).shares,
          isAmbiguous: false,
          reasons: [{ kind: 'announced-amount', on: announced.on }],
        },
      ];
};

/**
 * The sum of which the terms leave `netCents`; of several the one in whole euros, which is likelier to have been
 * paid. Undefined where nothing is agreed.
 * @param keptCents what the collector kept so far.
 */
export const likeliestGross = (fee: CollectorFee, netCents: number, keptCents: number): Cents | undefined => {
  const sums = sumsThatLeave(fee, netCents, keptCents);
  return sums.find((sum) => sum % 100 === 0) ?? sums[0];
};

/**
 * What the debtor may have paid where `netCents` came from the collector: sums of which the terms leave that,
 * set against the invoices they settle; else some cents beside the terms, or nothing kept; else a part.
 * @param owed open invoices of the hand-over, what was due first is first.
 * @param named those of them that the text names.
 * @param keptCents what the collector kept so far.
 * @param withParts a sum that settles nothing exactly is proposed too.
 */
export const collectorFits = (
  { fee }: Pick<KnownHandover, 'fee'>,
  owed: readonly OwedItem[],
  named: readonly OwedItem[],
  netCents: Cents,
  keptCents: number,
  withParts: boolean,
): readonly CollectorFit[] => {
  if (owed.length === 0) return [];
  const fits: CollectorFit[] = [];
  const add = (found: readonly WholeFit[], gross: number, how: CollectorFit['fee']): void => {
    for (const fit of found)
      fits.push({
        ...fit,
        fee: how,
        grossCents: cents(gross),
        feeCents: cents(gross - netCents),
        onAccountCents: cents(0),
      });
  };
  const sums = sumsThatLeave(fee, netCents, keptCents);
  for (const gross of sums)
    add([...wholeFits(owed, named, gross), ...announcedFits(owed, gross)], gross, 'agreed');
  const hasAgreed = fits.length > 0;
  if (fee.kind !== 'none' && !hasAgreed)
    for (const chosen of [...owed.map((one) => [one]), ...(owed.length > 1 ? [owed] : [])]) {
      const gross = sumOf(chosen);
      const differs = Math.abs(gross - netCents - (feeOnSum(fee, gross, keptCents) ?? 0));
      if (gross < netCents || differs === 0 || differs > roundingCents) continue;
      const fit = invoicesFit(chosen, owed);
      const reason: MatchReason = { kind: 'fee-differs', cents: cents(differs) };
      add([{ ...fit, reasons: [...fit.reasons, reason] }], gross, 'near');
    }
  if (!sums.includes(netCents))
    add(
      [...wholeFits(owed, named, netCents), ...announcedFits(owed, netCents)].map((fit) => ({
        ...fit,
        reasons: [...fit.reasons, { kind: 'fee-apart' }],
      })),
      netCents,
      'apart',
    );
  const gross = likeliestGross(fee, netCents, keptCents);
  if (withParts && fits.length === 0 && gross !== undefined) {
    const { shares, leftCents } = spread(named.length > 0 ? named : owed, gross);
    const isOver = leftCents > 0;
    fits.push({
      kind: isOver ? 'over' : 'part',
      fee: 'agreed',
      grossCents: gross,
      feeCents: cents(gross - netCents),
      shares,
      onAccountCents: leftCents,
      isAmbiguous: false,
      reasons: [isOver ? { kind: 'overpayment', cents: leftCents } : { kind: 'part-payment' }],
    });
  }
  return fits;
};
