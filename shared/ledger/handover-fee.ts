import { formatRate } from '../law/format-rate.ts';
import { type Cents, cents } from '../money/cents.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { CollectorFee } from './handover.ts';

/** The VAT that comes on top of a fee, in basis points; 0 where none does. */
export const feeVatOf = (fee: CollectorFee): number => (fee.kind === 'none' ? 0 : (fee.vatBasisPoints ?? 0));

/** How much was agreed, French: « 12,00 % HT des sommes encaissées, TVA de 20,00 % en sus ». */
export const agreedFee = (fee: Exclude<CollectorFee, { readonly kind: 'none' }>): string => {
  const vat = feeVatOf(fee);
  const [net, more] = vat === 0 ? ['', ''] : ['\u00A0HT', `, TVA de ${formatRate(vat)} en sus`];
  return fee.kind === 'fixed'
    ? `${formatAmount(fee.cents)}${net}${more}`
    : `${formatRate(fee.basisPoints)}${net} des sommes encaissées${more}`;
};

/** What a third party earns, French, in a sentence: « 12,00 % des sommes encaissées ». */
export const feeText = (fee: CollectorFee): string => {
  if (fee.kind === 'none') return 'rémunération à convenir';
  return fee.kind === 'fixed' ? `rémunération de ${agreedFee(fee)}` : agreedFee(fee);
};

const withVat = (fee: CollectorFee, feeCents: number): number =>
  feeCents + Math.round((feeCents * feeVatOf(fee)) / 10_000);

/**
 * What a third party keeps of a sum by the terms, VAT included, to the nearest cent; at most the sum itself.
 * @param keptBeforeCents what he kept of earlier sums: a fixed fee is kept but once.
 * @returns undefined where nothing is agreed.
 */
export const feeOnSum = (
  fee: CollectorFee,
  grossCents: number,
  keptBeforeCents: number,
): Cents | undefined => {
  if (fee.kind === 'none') return undefined;
  const due =
    fee.kind === 'fixed'
      ? withVat(fee, fee.cents) - keptBeforeCents
      : withVat(fee, Math.round((grossCents * fee.basisPoints) / 10_000));
  return cents(Math.max(0, Math.min(grossCents, due)));
};

/** What was kept, as fee without VAT and VAT on it, by the rate of the terms. */
export const feeParts = (
  fee: CollectorFee,
  keptCents: number,
): { readonly netCents: Cents; readonly vatCents: Cents } => {
  const net = Math.round((keptCents * 10_000) / (10_000 + feeVatOf(fee)));
  return { netCents: cents(net), vatCents: cents(keptCents - net) };
};

/** More sums than that of which the same is left: the share is next to all. */
const mostSums = 12;

/**
 * Sums of which exactly `netCents` is left when the third party kept what the terms give him, ascending; at
 * most 12. Rounding makes one or two of them, none where nothing is agreed or he keeps all.
 */
export const sumsThatLeave = (
  fee: CollectorFee,
  netCents: number,
  keptBeforeCents: number,
): readonly Cents[] => {
  if (fee.kind === 'none' || netCents <= 0) return [];
  if (fee.kind === 'fixed') {
    const gross = netCents + Math.max(0, withVat(fee, fee.cents) - keptBeforeCents);
    return [cents(gross)];
  }
  const left = 1 - (fee.basisPoints / 10_000) * (1 + feeVatOf(fee) / 10_000);
  if (left <= 0.05) return [];
  const middle = Math.round(netCents / left);
  // Two roundings, of half a cent each at most, before the division.
  const reach = Math.ceil((1 + feeVatOf(fee) / 10_000) / left) + 1;
  const sums: Cents[] = [];
  for (let gross = Math.max(1, middle - reach); gross <= middle + reach; gross += 1)
    if (gross - (feeOnSum(fee, gross, keptBeforeCents) ?? 0) === netCents && sums.length < mostSums)
      sums.push(cents(gross));
  return sums;
};
