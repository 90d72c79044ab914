import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CollectorFee } from '../../../../shared/ledger/handover.ts';
import { feeOnSum, feeParts, feeText, sumsThatLeave } from '../../../../shared/ledger/handover-fee.ts';
import { cents } from '../../../../shared/money/cents.ts';

const share: CollectorFee = { kind: 'share', basisPoints: 1000, vatBasisPoints: 2000 };
const fixed: CollectorFee = { kind: 'fixed', cents: cents(30_000), vatBasisPoints: 2000 };

describe('the fee of a third party', () => {
  it('is said with the VAT that comes on top', () => {
    expect(feeText(share)).toBe('10,00\u00A0%\u00A0HT des sommes encaissées, TVA de 20,00\u00A0% en sus');
    expect(feeText(fixed)).toBe('rémunération de 300,00\u00A0€\u00A0HT, TVA de 20,00\u00A0% en sus');
    expect(feeText({ kind: 'share', basisPoints: 1200 })).toBe('12,00\u00A0% des sommes encaissées');
    expect(feeText({ kind: 'none' })).toBe('rémunération à convenir');
  });

  it('is kept of a sum with its VAT, never more than the sum; nothing is known where nothing is agreed', () => {
    expect(feeOnSum(share, 100_000, 0)).toBe(12_000);
    expect(feeOnSum({ kind: 'share', basisPoints: 1000 }, 100_000, 0)).toBe(10_000);
    expect(feeOnSum({ kind: 'share', basisPoints: 9000, vatBasisPoints: 2000 }, 100_000, 0)).toBe(100_000);
    expect(feeOnSum({ kind: 'none' }, 100_000, 0)).toBeUndefined();
  });

  it('is kept once where it is a fixed sum', () => {
    expect(feeOnSum(fixed, 100_000, 0)).toBe(36_000);
    expect(feeOnSum(fixed, 100_000, 36_000)).toBe(0);
    expect(feeOnSum(fixed, 20_000, 0)).toBe(20_000);
    expect(feeOnSum(fixed, 100_000, 20_000)).toBe(16_000);
  });

  it('is split into fee and VAT by the rate', () => {
    expect(feeParts(share, 12_000)).toEqual({ netCents: 10_000, vatCents: 2_000 });
    expect(feeParts({ kind: 'none' }, 12_000)).toEqual({ netCents: 12_000, vatCents: 0 });
  });
});

describe('the sums of which a net sum is left', () => {
  it('are none where nothing is agreed or all is kept', () => {
    expect(sumsThatLeave({ kind: 'none' }, 1000, 0)).toEqual([]);
    expect(sumsThatLeave({ kind: 'share', basisPoints: 10_000 }, 1000, 0)).toEqual([]);
    expect(sumsThatLeave(share, 0, 0)).toEqual([]);
  });

  it('count a fixed fee but once', () => {
    expect(sumsThatLeave(fixed, 64_000, 0)).toEqual([100_000]);
    expect(sumsThatLeave(fixed, 64_000, 36_000)).toEqual([64_000]);
  });

  it('hold every sum that leaves it, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: 1, max: 4_000 }),
        fc.integer({ min: 0, max: 2_500 }),
        (gross, basisPoints, vatBasisPoints) => {
          const fee: CollectorFee = { kind: 'share', basisPoints, vatBasisPoints };
          const kept = feeOnSum(fee, gross, 0) ?? 0;
          const sums = sumsThatLeave(fee, gross - kept, 0);
          if (gross > kept) expect(sums).toContain(gross);
          for (const sum of sums) expect(sum - (feeOnSum(fee, sum, 0) ?? 0)).toBe(gross - kept);
          const { netCents, vatCents } = feeParts(fee, kept);
          expect(netCents).toBe(Math.round((gross * basisPoints) / 10_000));
          expect(netCents + vatCents).toBe(kept);
        },
      ),
      { seed: 20_261_123, numRuns: 3000 },
    );
  });
});
