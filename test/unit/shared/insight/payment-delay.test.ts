import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../../shared/dates/day.ts';
import { paymentDelay } from '../../../../shared/insight/payment-delay.ts';

const dueOn = day('2026-09-30');
const part = (euros: number, delay: number) => ({ dueOn, paidOn: addDays(dueOn, delay), cents: euros * 100 });

describe('paymentDelay', () => {
  it('weighs by amount, signed and floored', () => {
    const delay = paymentDelay([part(1000, 0), part(2500, 12), part(800, 45), part(400, -3)]);
    expect(delay).toMatchObject({ count: 4, meanDays: 13.5, medianDays: 6 });
    expect(delay?.signedDays).toBeCloseTo(13.7872, 4);
    expect(delay?.flooredDays).toBeCloseTo(14.0426, 4);
    expect(delay?.onTimeShare).toBeCloseTo(1400 / 4700, 10);
  });

  it('takes the middle one of an odd number', () => {
    expect(paymentDelay([part(1, 40), part(1, -2), part(9, 5)])?.medianDays).toBe(5);
  });

  it('says nothing where nothing was paid', () => {
    expect(paymentDelay([])).toBeUndefined();
    expect(paymentDelay([{ dueOn, paidOn: dueOn, cents: 0 }])).toBeUndefined();
  });
});
