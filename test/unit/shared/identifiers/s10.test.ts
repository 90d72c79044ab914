import { describe, expect, it } from 'vitest';
import { isS10, normaliseTrackingNumber, trackingNumberCheck } from '../../../../shared/identifiers/s10.ts';

describe('postal numbers', () => {
  it.each([
    ['12345678', 'RK123456785FR'],
    ['47312482', 'RK473124829FR'],
    ['00000001', 'RK000000014FR'],
    ['87654321', 'RK876543216FR'],
    ['25000000', 'RK250000009FR'],
    // 11 minus the rest is 11, and 10: the two that the rule takes apart.
    ['00000000', 'RK000000005FR'],
    ['00004000', 'RK000040000FR'],
  ])('of %s, only %s is right', (serial, expected) => {
    const numbers = Array.from({ length: 10 }, (_unused, digit) => `RK${serial}${digit}FR`);
    expect(numbers.filter(isS10)).toEqual([expected]);
  });

  it('warns of a wrong S10 digit and of nothing else', () => {
    expect(isS10('RK473124828FR')).toBe(false);
    expect(trackingNumberCheck('RK 4731 2482 8 FR')).toBe('suspect');
    expect(trackingNumberCheck('RK 4731 2482 9 FR')).toBe('fine');
    expect(trackingNumberCheck('1A 123 456 7890 1')).toBe('fine');
    expect(trackingNumberCheck('1A 123')).toBe('not-a-number');
    expect(normaliseTrackingNumber('1a 123 456 7890 1')).toBe('1A12345678901');
  });
});
