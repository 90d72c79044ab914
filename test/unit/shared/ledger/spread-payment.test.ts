import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadPayment } from '../../../../shared/ledger/spread-payment.ts';
import { cents } from '../../../../shared/money/cents.ts';

const owed = [
  { invoiceId: 'a', cents: cents(300) },
  { invoiceId: 'b', cents: cents(0) },
  { invoiceId: 'c', cents: cents(500) },
];

test('money is used up in order, the last invoice gets a part, settled ones nothing', () => {
  expect(spreadPayment(cents(450), owed)).toEqual({
    shares: [
      { invoiceId: 'a', cents: 300 },
      { invoiceId: 'c', cents: 150 },
    ],
    leftCents: 0,
  });
});

test('what nobody owes is left', () => {
  expect(spreadPayment(cents(1_000), owed).leftCents).toBe(200);
  expect(spreadPayment(cents(0), owed)).toEqual({ shares: [], leftCents: 0 });
});

test('shares and rest add up to what came, and no share exceeds its invoice', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), amounts, (received, open) => {
      const items = open.map((amount, index) => ({ invoiceId: String(index), cents: cents(amount) }));
      const { shares, leftCents } = spreadPayment(cents(received), items);
      expect(shares.reduce((sum, share) => sum + share.cents, 0) + leftCents).toBe(received);
      for (const share of shares) expect(share.cents).toBeLessThanOrEqual(open[Number(share.invoiceId)] ?? 0);
    }),
  );
});
